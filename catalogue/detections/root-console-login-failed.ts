import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, is, isNot, metric } from "../filter";
import { ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, USER_SIGN_IN } from "./sample-events";

export const rootConsoleLoginFailed = {
  id: "root-console-login-failed",
  set: "root",
  title: "Sign-in of a root user failed",
  severity: "medium",
  rationale:
    "Somebody knows the root user's e-mail address and tries. One attempt is a custodian's typing error, a row of them is an attack on the password or the mailbox. Blocked by a policy is another detection.",
  response: [
    "Count ConsoleLogin events with userIdentity.type = Root by recipientAccountId and sourceIPAddress, over the last 24 hours.",
    "Ask the custodians of that account. Unknown address or more than five attempts: treat it as an incident.",
    "Look for PasswordRecoveryRequested of the same account in the same 24 hours: the mailbox may be the next target.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "5.6" },
    { source: "MITRE ATT&CK", control: "T1110" },
  ],
  path: metric(
    allOf(
      is("eventSource", "signin.amazonaws.com"),
      is("eventName", "ConsoleLogin"),
      is("userIdentity.type", "Root"),
      is("responseElements.ConsoleLogin", "Failure"),
      isNot("errorMessage", "Authorization denied*"),
    ),
  ),
  fires: [
    ROOT_SIGN_IN_FAILURE,
    { ...ROOT_SIGN_IN_FAILURE, errorMessage: "No username found in supplied account" },
    { ...ROOT_SIGN_IN, responseElements: { ConsoleLogin: "Failure" } },
  ],
  ignores: [
    ROOT_SIGN_IN,
    { ...USER_SIGN_IN, errorMessage: "Failed authentication", responseElements: { ConsoleLogin: "Failure" } },
    { ...ROOT_SIGN_IN_FAILURE, errorMessage: "Authorization denied because of a resource control policy" },
  ],
} as const satisfies CatalogueDetection;
