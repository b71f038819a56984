import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { ROOT_SIGN_IN, USER_SIGN_IN } from "./sample-events";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch3 = {
  id: "cis-cloudwatch-3",
  set: "cis",
  title: "An IAM user signed in to the console without MFA",
  severity: "record",
  rationale:
    "A password alone opened the console. Identity Center users do not appear here; root users have a detection of their own.",
  response: [
    "Read userIdentity.userName, recipientAccountId and sourceIPAddress of the ConsoleLogin events of the last 24 hours.",
    "Register a device for the user, or remove the password.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 2,
    securityHub: "CloudWatch.3",
    prowler: "cloudwatch_log_metric_filter_sign_in_without_mfa",
  }),
  path: {
    kind: "metric",
    pattern:
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  },
  fires: [
    { ...USER_SIGN_IN, additionalEventData: { MobileVersion: "No", MFAUsed: "No" } },
    { ...USER_SIGN_IN, additionalEventData: { MobileVersion: "Yes", MFAUsed: "No" }, awsRegion: "eu-west-1" },
  ],
  ignores: [
    USER_SIGN_IN,
    { ...ROOT_SIGN_IN, additionalEventData: { MFAUsed: "No" } },
    { ...USER_SIGN_IN, additionalEventData: { MFAUsed: "No" }, responseElements: { ConsoleLogin: "Failure" } },
  ],
} as const satisfies CatalogueDetection;
