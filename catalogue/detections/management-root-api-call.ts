import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, is, metric } from "../filter";
import { rootActs } from "../alerts/root-acts";
import { denied, roleCall, rootByService, rootCall, serviceEvent } from "./sample-calls";
import { MANAGEMENT_ROOT_IDENTITY, ROOT_API_CALL, ROOT_SIGN_IN } from "./sample-events";
import { rootActsElsewise, rootFederation, userFederation, withoutType } from "./sample-root-acts";

const CALL = rootCall("organizations", "DetachPolicy", {
  userIdentity: { ...MANAGEMENT_ROOT_IDENTITY, accessKeyId: "ASIAEXAMPLE" },
  awsRegion: "us-east-1",
  recipientAccountId: "111111111111",
});

export const managementRootApiCall = {
  id: "management-root-api-call",
  set: "root",
  title: "Root user of the management account called the API",
  severity: "critical",
  rationale:
    "No guardrail binds this user, and no root session reaches this account: it is always the real root user. It can detach every guardrail and delete the trail.",
  response: [
    "Call both custodians of the MFA devices now. One of them is working, or nobody should be.",
    "Read eventName, requestParameters, sourceIPAddress and userIdentity.accessKeyId, from 15 minutes before the alarm.",
    "Nobody announced it: sign in as the other custodian, change the password, remove unknown MFA devices and access keys.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.7" },
    { source: "MITRE ATT&CK", control: "T1078.004" },
  ],
  path: metric(({ managementAccount }) => allOf(rootActs, is("recipientAccountId", managementAccount))),
  fires: [
    CALL,
    denied(CALL),
    { ...CALL, eventType: "AwsConsoleAction" },
    ...rootActsElsewise(CALL),
    rootFederation(CALL),
  ],
  ignores: [
    ROOT_API_CALL,
    rootByService(CALL, "backup.amazonaws.com"),
    rootByService(withoutType(CALL), "autoscaling.amazonaws.com"),
    serviceEvent(CALL),
    userFederation(CALL),
    { ...ROOT_SIGN_IN, userIdentity: MANAGEMENT_ROOT_IDENTITY, recipientAccountId: "111111111111" },
    roleCall("organizations", "ListPolicies", { readOnly: true }),
  ],
} as const satisfies CatalogueDetection;
