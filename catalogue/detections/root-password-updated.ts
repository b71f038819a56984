import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, calls, is, metric } from "../filter";
import { byRoleNamedRoot } from "./sample-calls";
import { ROOT_SIGN_IN, USER_SIGN_IN } from "./sample-events";

const UPDATED = {
  ...ROOT_SIGN_IN,
  eventName: "PasswordUpdated",
  responseElements: { PasswordUpdated: "Success" },
  additionalEventData: null,
};

export const rootPasswordUpdated = {
  id: "root-password-updated",
  set: "root",
  title: "A root user changed the password",
  severity: "critical",
  rationale:
    "After this the custodians may be locked out. A rotation is announced; anything else is somebody who takes the account over.",
  response: [
    "Call the custodians of the password: read recipientAccountId and sourceIPAddress of the event, from 15 minutes before the alarm.",
    "Nobody changed it: recover the password through the mailbox, then remove unknown MFA devices and access keys.",
    "List what the session did before and after: userIdentity.type = Root and recipientAccountId, an hour either side.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1098" }],
  path: metric(allOf(calls("signin", ["PasswordUpdated"]), is("userIdentity.type", "Root"))),
  fires: [UPDATED, { ...UPDATED, awsRegion: "eu-west-1" }],
  ignores: [ROOT_SIGN_IN, { ...UPDATED, userIdentity: USER_SIGN_IN["userIdentity"] }, byRoleNamedRoot(UPDATED)],
} as const satisfies CatalogueDetection;
