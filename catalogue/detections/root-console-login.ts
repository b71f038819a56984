import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, is, metric } from "../filter";
import { byRoleNamedRoot } from "./sample-calls";
import { ROOT_API_CALL, ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, USER_SIGN_IN } from "./sample-events";

export const rootConsoleLogin = {
  id: "root-console-login",
  set: "root",
  title: "Root user signed in to the console",
  severity: "critical",
  rationale:
    "A root user who signs in with a password has no limit but the guardrails. In a member account it should be impossible once root credentials are deleted; in the management account it is an act that custodians announce.",
  response: [
    "Read recipientAccountId, sourceIPAddress and additionalEventData.MFAUsed of the ConsoleLogin event, from 15 minutes before the alarm.",
    "Call the custodians of that account's root user. Nobody announced it: treat it as an incident.",
    "List what the session did: userIdentity.type = Root and the same account, from the sign-in on.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.7" },
    { source: "MITRE ATT&CK", control: "T1078.004" },
  ],
  path: metric(
    allOf(
      is("eventSource", "signin.amazonaws.com"),
      is("eventName", "ConsoleLogin"),
      is("userIdentity.type", "Root"),
      is("responseElements.ConsoleLogin", "Success"),
    ),
  ),
  fires: [ROOT_SIGN_IN, { ...ROOT_SIGN_IN, additionalEventData: { MFAUsed: "No" } }],
  ignores: [ROOT_SIGN_IN_FAILURE, USER_SIGN_IN, byRoleNamedRoot(ROOT_SIGN_IN), ROOT_API_CALL],
} as const satisfies CatalogueDetection;
