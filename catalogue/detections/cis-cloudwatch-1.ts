import { METRIC_LATENCY, type Detection } from "../detection";
import { ROOT_API_CALL, ROOT_IDENTITY, ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, USER_SIGN_IN } from "./sample-events";

export const cisCloudwatch1 = {
  id: "cis-cloudwatch-1",
  title: "Root user was used",
  severity: "high",
  rationale:
    "Security Hub and Prowler compare this filter character by character, so it is stored as they print it and never tuned. It fires on every act of a root user, failed sign-ins and sanctioned root sessions among them.",
  response: [
    "Find the events: userIdentity.type = Root in the trail's log group, from 15 minutes before the alarm.",
    "Read recipientAccountId, eventName, sourceIPAddress and userIdentity.accessKeyId.",
    "Look for an AssumeRoot event whose responseElements.credentials.accessKeyId is that key: if there is one, userIdentity of that event names the person.",
    "If there is none, somebody used the real root user: treat it as an incident until the custodian confirms it.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "AWS Security Hub", control: "CloudWatch.1" },
    { source: "CIS AWS Foundations Benchmark 1.4.0", control: "4.3" },
    { source: "CIS AWS Foundations Benchmark 1.2.0", control: "3.3" },
  ],
  path: {
    kind: "metric",
    pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
  },
  fires: [ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, ROOT_API_CALL],
  ignores: [
    USER_SIGN_IN,
    { ...ROOT_API_CALL, userIdentity: { ...ROOT_IDENTITY, invokedBy: "backup.amazonaws.com" } },
    { ...ROOT_API_CALL, eventType: "AwsServiceEvent" },
  ],
} as const satisfies Detection;
