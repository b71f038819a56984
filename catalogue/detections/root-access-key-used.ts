import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, is, metric } from "../filter";
import { byRoleNamedRoot, denied, rootCall } from "./sample-calls";
import { ROOT_API_CALL, ROOT_IDENTITY, ROOT_SIGN_IN } from "./sample-events";

const WITH_KEY = rootCall("s3", "ListBuckets", {
  userIdentity: { ...ROOT_IDENTITY, accessKeyId: "AKIAIOSFODNN7EXAMPLE" },
});

export const rootAccessKeyUsed = {
  id: "root-access-key-used",
  set: "root",
  title: "Long-term access key of a root user was used",
  severity: "critical",
  rationale:
    "A root access key has no MFA, no expiry and no limit but the guardrails. None should exist. A refused call counts as well: somebody holds the key.",
  response: [
    "Read recipientAccountId, userIdentity.accessKeyId, sourceIPAddress and eventName, over the last 24 hours.",
    "Deactivate the key: member account with the task delete-credentials, management account as its root user.",
    "List everything that the key did: userIdentity.accessKeyId over the last 90 days, in the archive where the log group ends.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.4" },
    { source: "AWS Security Hub", control: "IAM.4" },
    { source: "MITRE ATT&CK", control: "T1078.004" },
  ],
  path: metric(allOf(is("userIdentity.type", "Root"), is("userIdentity.accessKeyId", "AKIA*"))),
  fires: [WITH_KEY, denied(WITH_KEY)],
  ignores: [
    ROOT_API_CALL,
    ROOT_SIGN_IN,
    byRoleNamedRoot(WITH_KEY),
    { ...WITH_KEY, userIdentity: { ...ROOT_IDENTITY, type: "IAMUser", accessKeyId: "AKIAIOSFODNN7EXAMPLE" } },
  ],
} as const satisfies CatalogueDetection;
