import { together } from "../../../organization/clients/reading";
import type { Control } from "../../control";
import { applied, judged, must } from "../../item";

const IAM = "iam.amazonaws.com";

export const rootFeatures: Control = {
  id: "root-features",
  title: "The features of centralized root access are on",
  matters: "With them off, every member account has a root user of its own, and nobody can look at it centrally.",
  checklist: 1,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.1" },
    { source: "Prowler", control: "iam_root_credentials_management_enabled" },
  ],
  reads: ["iam:ListOrganizationsFeatures", "organizations:ListAWSServiceAccessForOrganization"],
  judge: ({ live: { rootAccess }, blueprint: { baseline } }) =>
    judged("features", together(rootAccess.features, rootAccess.trustedAccess), ([features, services]) => [
      must("trusted access", services.includes(IAM), `on for ${IAM}`, `off for ${IAM}`, {
        run: [["aws", "organizations", "enable-aws-service-access", "--service-principal", IAM]],
      }),
      ...baseline.rootAccess.features.map((feature) =>
        must(feature, features.includes(feature), "on", "off", applied("root-access")),
      ),
    ]),
};
