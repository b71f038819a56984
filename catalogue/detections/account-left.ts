import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { watch, watching } from "../watch";
import { denied, roleCall } from "./sample-calls";

const LEFT = roleCall("organizations", "LeaveOrganization", { recipientAccountId: "444444444444" });

export const accountLeft = {
  id: "account-left",
  set: "blinding",
  title: "An account was invited, joined or left the organization, was removed or closed",
  severity: "critical",
  rationale:
    "No guardrail, trail or detector of ours reaches it any longer. Whoever takes an account over wants exactly that. One that joins by invitation brings its administrators and its root user with a password, and every policy that trusts the organization trusts it.",
  response: [
    "Read eventName, requestParameters.accountId, recipientAccountId and userIdentity, from 15 minutes before the alarm.",
    "Nobody planned it: call AWS Support and say which account, and who should own it.",
    "List what root and its administrators did in that account in the 7 days before eventTime.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1562" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "5.15" },
  ],
  path: watching(
    () => [
      watch({
        service: "organizations",
        calls: {
          AcceptHandshake: "who accepts joins or leaves; it is told when he does",
          CloseAccount: ["rule"],
          InviteAccountToOrganization: "somebody's account may come in: no alert goes by it",
          DeleteOrganization: ["trail", "detector"],
          LeaveOrganization: ["rule", "detector"],
          RemoveAccountFromOrganization: ["rule", "detector"],
          AccountDepartedOrganization: ["rule", "detector"],
        },
      }),
      watch({ service: "account", calls: { CloseAccount: ["rule"] } }),
    ],
    [{ account: "management", region: "organizations" }],
  ),
  fires: [
    roleCall("organizations", "InviteAccountToOrganization", {
      requestParameters: { target: { type: "ACCOUNT", id: "555555555555" } },
    }),
    roleCall("account", "CloseAccount", { requestParameters: { accountId: "444444444444" } }),
    roleCall("organizations", "AccountDepartedOrganization", { eventType: "AwsServiceEvent" }),
    LEFT,
    roleCall("organizations", "AcceptHandshake", { requestParameters: { handshakeId: "h-example1" } }),
    roleCall("organizations", "RemoveAccountFromOrganization", { requestParameters: { accountId: "444444444444" } }),
  ],
  ignores: [
    denied(LEFT),
    roleCall("organizations", "DescribeAccount", { readOnly: true }),
    roleCall("organizations", "MoveAccount"),
  ],
} as const satisfies CatalogueDetection;
