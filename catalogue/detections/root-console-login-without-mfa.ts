import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, anyOf, is, isAbsent, metric } from "../filter";
import { ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, USER_SIGN_IN } from "./sample-events";

const WITHOUT_MFA = { ...ROOT_SIGN_IN, additionalEventData: { MobileVersion: "No", MFAUsed: "No" } };

export const rootConsoleLoginWithoutMfa = {
  id: "root-console-login-without-mfa",
  set: "root",
  title: "Root user signed in without MFA",
  severity: "critical",
  rationale:
    'A password alone opened the account. AWS demands MFA of root users, so either the device is gone or the account is older than the demand. Records say "YES" for a root user and "Yes" for others, so the absence of MFA is matched, not the presence.',
  response: [
    "Read recipientAccountId and sourceIPAddress of the ConsoleLogin event, from 15 minutes before the alarm.",
    "Call the custodians. Then look 30 days back for DeactivateMFADevice with userIdentity.type = Root in that account.",
    "Member account: delete its root credentials with the task delete-credentials. Management account: register a hardware key now.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.5" },
    { source: "AWS Security Hub", control: "IAM.9" },
    { source: "MITRE ATT&CK", control: "T1078.004" },
  ],
  path: metric(
    allOf(
      is("eventSource", "signin.amazonaws.com"),
      is("eventName", "ConsoleLogin"),
      is("userIdentity.type", "Root"),
      is("responseElements.ConsoleLogin", "Success"),
      anyOf(is("additionalEventData.MFAUsed", "No"), isAbsent("additionalEventData.MFAUsed")),
    ),
  ),
  fires: [WITHOUT_MFA, { ...ROOT_SIGN_IN, additionalEventData: null }],
  ignores: [
    { ...ROOT_SIGN_IN, additionalEventData: { MFAUsed: "YES" } },
    { ...ROOT_SIGN_IN, additionalEventData: { MFAUsed: "Yes" } },
    { ...ROOT_SIGN_IN_FAILURE, additionalEventData: { MFAUsed: "No" } },
    { ...USER_SIGN_IN, additionalEventData: { MFAUsed: "No" } },
  ],
} as const satisfies CatalogueDetection;
