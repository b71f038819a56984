import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, isMissingOrNoneOf, metric } from "../filter";
import { rootActs } from "../alerts/root-acts";
import { byRoleNamedRoot, denied, ROOT_ARN_ELSEWHERE, rootByService, rootCall, serviceEvent } from "./sample-calls";
import { MANAGEMENT_ROOT_IDENTITY, ROOT_API_CALL, ROOT_SIGN_IN, USER_SIGN_IN } from "./sample-events";
import { rootActsElsewise, rootFederation, userFederation, withoutType } from "./sample-root-acts";

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
    allOf(rootActs, isMissingOrNoneOf("recipientAccountId", [managementAccount])),
  ),
  fires: [
    ROOT_API_CALL,
    denied(ROOT_API_CALL),
    rootCall("s3", "ListBuckets", { readOnly: true }),
    rootCall("billingconsole", "GetBillingPreferences", { eventType: "AwsConsoleAction", readOnly: true }),
    ...rootActsElsewise(ROOT_API_CALL),
    rootFederation(ROOT_API_CALL),
  ],
  ignores: [
    rootByService(ROOT_API_CALL, "backup.amazonaws.com"),
    rootByService(ROOT_API_CALL, "backup.amazonaws.com.cn"),
    rootByService(withoutType(ROOT_API_CALL), "autoscaling.amazonaws.com"),
    serviceEvent(ROOT_API_CALL),
    serviceEvent(rootByService(ROOT_API_CALL, "signin.amazonaws.com")),
    userFederation(ROOT_API_CALL),
    { ...ROOT_API_CALL, userIdentity: USER_SIGN_IN["userIdentity"] },
    withoutType(ROOT_SIGN_IN),
    byRoleNamedRoot(ROOT_API_CALL),
    ROOT_ARN_ELSEWHERE,
    ROOT_SIGN_IN,
    { ...ROOT_API_CALL, userIdentity: MANAGEMENT_ROOT_IDENTITY, recipientAccountId: "111111111111" },
  ],
} as const satisfies CatalogueDetection;
