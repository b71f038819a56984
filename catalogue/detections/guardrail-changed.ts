import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { watch, watching } from "../watch";
import { denied, roleCall } from "./sample-calls";

const DETACHED = roleCall("organizations", "DetachPolicy", {
  requestParameters: { policyId: "p-example1", targetId: "r-exam" },
});

export const guardrailChanged = {
  id: "guardrail-changed",
  set: "blinding",
  title: "An organization policy was detached, changed or deleted",
  severity: "critical",
  rationale:
    "Guardrails hold root users. AWS gives policies their ids, which a filter cannot know beforehand, so any policy of the organization counts. So does the name of a unit: targets are found by name, and a unit that gets the name of another gets its guardrails with the next deployment. Every deployment that changes a guardrail fires this once.",
  response: [
    "Read eventName, requestParameters.policyId, requestParameters.targetId and userIdentity.arn, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stack guardrails shows what to restore. A unit was renamed: give it its name back, and deploy nothing before.",
    "List what the freed accounts did since: userIdentity.type = Root and recipientAccountId below the target, from eventTime on.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1562.001" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "5.15" },
  ],
  path: watching(
    () => [
      watch({
        service: "organizations",
        calls: {
          AttachPolicy: ["rule"],
          UpdatePolicy: ["rule"],
          PutResourcePolicy: "it lets a member change policies, which is told when it does",
          DeletePolicy: "a guardrail less: no alert goes by it",
          DeleteResourcePolicy: "it takes rights away",
          DetachPolicy: "a guardrail less: no alert goes by it",
          DisablePolicyType: "guardrails less: no alert goes by them",
          MoveAccount: "other guardrails: no alert goes by them",
          UpdateOrganizationalUnit: "the next deployment finds another unit by the name: no alert goes by it",
        },
      }),
    ],
    [{ account: "management", region: "organizations" }],
  ),
  fires: [
    roleCall("organizations", "MoveAccount", { requestParameters: { accountId: "444444444444" } }),
    roleCall("organizations", "AttachPolicy", {
      requestParameters: { policyId: "p-example1", targetId: "222222222222" },
    }),
    DETACHED,
    roleCall("organizations", "UpdatePolicy", { requestParameters: { policyId: "p-example1" } }),
    roleCall("organizations", "UpdateOrganizationalUnit", {
      requestParameters: { organizationalUnitId: "ou-exam-11111111", name: "Prod-old" },
    }),
    roleCall("organizations", "DisablePolicyType", { requestParameters: { policyType: "SERVICE_CONTROL_POLICY" } }),
  ],
  ignores: [
    denied(DETACHED),
    roleCall("iam", "DeletePolicy"),
    roleCall("organizations", "DescribePolicy", { readOnly: true }),
  ],
} as const satisfies CatalogueDetection;
