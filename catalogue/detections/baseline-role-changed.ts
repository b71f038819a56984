import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { ROLE_CALLS } from "../protected-calls";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const CHANGED = roleCall("iam", "UpdateAssumeRolePolicy", {
  requestParameters: { roleName: "org-baseline-break-glass-audit" },
  recipientAccountId: "222222222222",
});

export const baselineRoleChanged = {
  id: "baseline-role-changed",
  set: "blinding",
  title: "A role of the baseline changed",
  severity: "high",
  rationale:
    "Break-glass roles decide who opens root sessions, forwarding and delivery roles carry the alarms. All of them carry the baseline's name. Every deployment that changes one fires this once.",
  response: [
    "Read eventName, requestParameters.roleName, recipientAccountId and userIdentity.arn, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stack that owns the role shows what to restore.",
    "A break-glass role: list its sessions of the last 24 hours (AssumeRole with requestParameters.roleArn) and what they did.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1098" },
    { source: "MITRE ATT&CK", control: "T1562.001" },
  ],
  path: watching(
    ({ name, baselineAccounts }) => [
      watch({
        service: "iam",
        calls: {
          ...ROLE_CALLS,
          CreateRole: "it adds a role; whoever made it may be no deployment",
        },
        of: { fields: ["roleName"], names: [`${name}-*`] },
        accounts: baselineAccounts,
      }),
    ],
    [
      { account: "management", region: "global" },
      { account: "security", region: "global" },
    ],
  ),
  fires: [
    padded({ ...CHANGED, eventName: "PutRolePolicy" }),
    CHANGED,
    { ...CHANGED, eventName: "DeleteRole", requestParameters: { roleName: "org-baseline-forward-events" } },
  ],
  ignores: [
    { ...CHANGED, recipientAccountId: "444444444444" },
    denied(CHANGED),
    { ...CHANGED, requestParameters: { roleName: "application" } },
    { ...CHANGED, eventName: "GetRole", readOnly: true },
  ],
} as const satisfies CatalogueDetection;
