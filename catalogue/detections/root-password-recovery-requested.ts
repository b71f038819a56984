import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { calls, metric } from "../filter";
import { byRoleNamedRoot } from "./sample-calls";
import { ROOT_SIGN_IN } from "./sample-events";

const REQUESTED = {
  ...ROOT_SIGN_IN,
  eventName: "PasswordRecoveryRequested",
  responseElements: { PasswordRecoveryRequested: "Success" },
  additionalEventData: null,
};

export const rootPasswordRecoveryRequested = {
  id: "root-password-recovery-requested",
  set: "root",
  title: "Recovery of a root user's password was requested",
  severity: "high",
  rationale:
    "Only root users recover a password this way, by a link to their mailbox. Whoever reads the mailbox has the password next. The record is matched by its name alone, as AWS does not document whom it names.",
  response: [
    "Read recipientAccountId and sourceIPAddress of the event, from 15 minutes before the alarm.",
    "Ask the custodians of that mailbox. Nobody asked for it: change the mailbox's password and look at its sign-ins of the last 24 hours.",
    "Watch for PasswordRecoveryCompleted of the same account in the next hour.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1078.004" }],
  path: metric(calls("signin", ["PasswordRecoveryRequested"])),
  fires: [REQUESTED, { ...REQUESTED, userIdentity: { type: "Unknown", accountId: "444444444444" } }],
  ignores: [
    ROOT_SIGN_IN,
    { ...REQUESTED, eventSource: "cognito-idp.amazonaws.com" },
    byRoleNamedRoot(ROOT_SIGN_IN),
    { ...REQUESTED, eventName: "PasswordRecoveryCompleted" },
  ],
} as const satisfies CatalogueDetection;
