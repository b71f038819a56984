import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { byRoleNamedRoot, ROOT_ARN_ELSEWHERE, rootByService, serviceEvent } from "./sample-calls";
import { ROOT_API_CALL, ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, USER_SIGN_IN } from "./sample-events";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch1 = {
  id: "cis-cloudwatch-1",
  set: "cis",
  title: "Root user was used",
  severity: "high",
  rationale:
    "It fires on every act of a root user, failed sign-ins and sanctioned root sessions among them. An AssumeRoot call itself is no act of root, so it does not fire on that.",
  response: [
    "Find the events: userIdentity.type = Root in the trail's log group, from 15 minutes before the alarm.",
    "Read recipientAccountId, eventName, sourceIPAddress and userIdentity.accessKeyId.",
    "Look for an AssumeRoot event whose responseElements.credentials.accessKeyId is that key: if there is one, userIdentity of that event names the person.",
    "If there is none, somebody used the real root user: treat it as an incident until the custodian confirms it.",
  ],
  latency: METRIC_LATENCY,
  references: [
    ...monitoringReferences({
      position: 3,
      securityHub: "CloudWatch.1",
      prowler: "cloudwatch_log_metric_filter_root_usage",
    }),
    { source: "CIS AWS Foundations Benchmark 1.2.0", control: "1.1" },
    { source: "CIS AWS Foundations Benchmark 1.4.0", control: "1.7" },
  ],
  path: {
    kind: "metric",
    pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
  },
  fires: [ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, ROOT_API_CALL],
  ignores: [
    USER_SIGN_IN,
    rootByService(ROOT_API_CALL, "backup.amazonaws.com"),
    serviceEvent(ROOT_API_CALL),
    byRoleNamedRoot(ROOT_API_CALL),
    ROOT_ARN_ELSEWHERE,
  ],
} as const satisfies CatalogueDetection;
