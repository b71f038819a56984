import { together } from "../../../organization/clients/reading";
import type { Control } from "../../control";
import { judged, must, type Mend } from "../../item";

const signIn = (and: string): Mend => ({
  mend: `a person signs in as root of the management account with a second one beside (docs/runbooks) and ${and}`,
});

export const managementRoot: Control = {
  id: "management-root",
  title: "The management account's root user has hardware MFA, and no keys",
  matters: "No policy of the organization binds this root user: what it holds is all that protects it.",
  checklist: 7,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.4" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.5" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.6" },
    { source: "AWS Security Hub", control: "IAM.4" },
    { source: "AWS Security Hub", control: "IAM.6" },
    { source: "AWS Security Hub", control: "IAM.9" },
    { source: "Prowler", control: "iam_no_root_access_key" },
    { source: "Prowler", control: "iam_root_mfa_enabled" },
    { source: "Prowler", control: "iam_root_hardware_mfa_enabled" },
  ],
  reads: ["iam:GetAccountSummary", "iam:ListVirtualMFADevices"],
  judge: ({ live: { managementRoot: root } }) => [
    ...judged("MFA", together(root.mfaEnabled, root.virtualMfa), ([isOn, isVirtual]) => [
      must("MFA", isOn, "on", "off", signIn("registers the devices of the custody record")),
      ...(isOn
        ? [
            must(
              "kind of MFA",
              !isVirtual,
              "no app among its devices",
              "an app",
              signIn("exchanges it for a hardware device"),
            ),
          ]
        : []),
    ]),
    ...judged("access keys", root.accessKeys, (keys) => [
      must("access keys", keys === 0, "none", String(keys), signIn("deletes them")),
    ]),
    ...judged("signing certificates", root.signingCertificates, (certificates) => [
      must("signing certificates", certificates === 0, "none", String(certificates), signIn("deletes them")),
    ]),
  ],
};
