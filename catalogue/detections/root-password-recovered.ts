import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { calls, metric } from "../filter";
import { ROOT_SIGN_IN } from "./sample-events";

const RECOVERED = {
  ...ROOT_SIGN_IN,
  eventName: "PasswordRecoveryCompleted",
  responseElements: { PasswordRecoveryCompleted: "Success" },
  additionalEventData: null,
};

export const rootPasswordRecovered = {
  id: "root-password-recovered",
  set: "root",
  title: "A root user's password was recovered",
  severity: "critical",
  rationale:
    "Whoever reads the root mailbox has set a new password. If the custodians did not, the account is as good as taken. The record is matched by its name alone, as AWS does not document whom it names.",
  response: [
    "Call the custodians of that account now: read recipientAccountId and sourceIPAddress of the event.",
    "Nobody did it: take the mailbox back first, then the password. Member account: delete the root credentials with the task delete-credentials.",
    "List what root did since: userIdentity.type = Root and recipientAccountId, from the event on.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1098" }],
  path: metric(calls("signin", ["PasswordRecoveryCompleted"])),
  fires: [RECOVERED, { ...RECOVERED, userIdentity: { type: "Unknown", accountId: "444444444444" } }],
  ignores: [
    ROOT_SIGN_IN,
    { ...RECOVERED, eventName: "PasswordRecoveryRequested" },
    { ...RECOVERED, eventSource: "cognito-idp.amazonaws.com" },
  ],
} as const satisfies CatalogueDetection;
