import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../detection-sets";
import { allOf, is, isAbsent, isNot, isOneOf, metric } from "../filter";
import { byRoleNamedRoot, denied, ROOT_ARN_ELSEWHERE, rootByService, rootCall, serviceEvent } from "./sample-calls";
import { MANAGEMENT_ROOT_IDENTITY, ROOT_API_CALL, ROOT_SIGN_IN } from "./sample-events";

export const rootApiCall = {
  id: "root-api-call",
  set: "root",
  title: "Root user of a member account called the API",
  severity: "high",
  rationale:
    "Whatever a member's root user does, in the console or with a key, allowed or refused. The calls inside a sanctioned root session are root calls too and look the same: the AssumeRoot event before them names the person. It fires beside the detections that name a call: a gap costs more than a second message.",
  response: [
    "Read recipientAccountId, eventName, awsRegion, sourceIPAddress and userIdentity.accessKeyId, from 15 minutes before the alarm.",
    "Look for an AssumeRoot event of the last 60 minutes whose responseElements.credentials.accessKeyId is that key: its userIdentity is the person.",
    "There is none: somebody uses the real root user. Treat it as an incident until the custodian confirms it.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.7" },
    { source: "MITRE ATT&CK", control: "T1078.004" },
  ],
  path: metric(({ managementAccount }) =>
    allOf(
      is("userIdentity.type", "Root"),
      isAbsent("userIdentity.invokedBy"),
      isOneOf("eventType", ["AwsApiCall", "AwsConsoleAction", "AwsVpceEvent*"]),
      isNot("recipientAccountId", managementAccount),
    ),
  ),
  fires: [
    ROOT_API_CALL,
    denied(ROOT_API_CALL),
    rootCall("s3", "ListBuckets", { readOnly: true }),
    rootCall("billingconsole", "GetBillingPreferences", { eventType: "AwsConsoleAction", readOnly: true }),
  ],
  ignores: [
    rootByService(ROOT_API_CALL, "backup.amazonaws.com"),
    serviceEvent(ROOT_API_CALL),
    byRoleNamedRoot(ROOT_API_CALL),
    ROOT_ARN_ELSEWHERE,
    ROOT_SIGN_IN,
    { ...ROOT_API_CALL, userIdentity: MANAGEMENT_ROOT_IDENTITY, recipientAccountId: "111111111111" },
  ],
} as const satisfies CatalogueDetection;
