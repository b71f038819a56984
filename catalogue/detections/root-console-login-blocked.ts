import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, is, metric } from "../filter";
import { ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, USER_SIGN_IN } from "./sample-events";

const BLOCKED = { ...ROOT_SIGN_IN_FAILURE, errorMessage: "Authorization denied because of a resource control policy" };

export const rootConsoleLoginBlocked = {
  id: "root-console-login-blocked",
  set: "root",
  title: "Sign-in of a root user was blocked by a policy",
  severity: "high",
  rationale:
    "A sign-in policy stopped a root user. It works, and somebody tried to use a root user that nobody should use. Filters on failed passwords do not see it, because the message is another one.",
  response: [
    "Read recipientAccountId, sourceIPAddress and errorMessage of the ConsoleLogin event, from 15 minutes before the alarm.",
    "Ask the custodians of that account who tried. Nobody: change the password of the root mailbox, then treat it as an incident.",
    "Member account: check with the task audit that no root credentials are left.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "AWS Sign-In User Guide", control: "console access control" },
    { source: "MITRE ATT&CK", control: "T1078.004" },
  ],
  path: metric(
    allOf(
      is("eventSource", "signin.amazonaws.com"),
      is("eventName", "ConsoleLogin"),
      is("userIdentity.type", "Root"),
      is("responseElements.ConsoleLogin", "Failure"),
      is("errorMessage", "Authorization denied*"),
    ),
  ),
  fires: [BLOCKED, { ...BLOCKED, errorMessage: "Authorization denied because of a resource-based policy" }],
  ignores: [ROOT_SIGN_IN_FAILURE, ROOT_SIGN_IN, { ...BLOCKED, userIdentity: USER_SIGN_IN["userIdentity"] }],
} as const satisfies CatalogueDetection;
