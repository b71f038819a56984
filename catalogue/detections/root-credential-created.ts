import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, calls, is, metric, succeeded } from "../filter";
import { byRoleNamedRoot, denied, rootByService, rootCall } from "./sample-calls";

const KEY_CREATED = rootCall("iam", "CreateAccessKey", { awsRegion: "us-east-1" });

export const rootCredentialCreated = {
  id: "root-credential-created",
  set: "root",
  title: "Access key or signing certificate of a root user was created or activated",
  severity: "critical",
  rationale:
    "A way in that outlives the session: keys and certificates work without password and MFA. Made in the console, the record can name the sign-in service in invokedBy, and the usual filter on root then misses it.",
  response: [
    "Read recipientAccountId, eventName, sourceIPAddress and responseElements.accessKey.accessKeyId, from 15 minutes before the alarm.",
    "Delete the credential: member account with the task delete-credentials, management account as its root user.",
    "List what was done with it: userIdentity.accessKeyId, from the creation on. Then find how the session began.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.4" },
    { source: "MITRE ATT&CK", control: "T1098.001" },
  ],
  path: metric(
    allOf(
      calls("iam", ["CreateAccessKey", "UpdateAccessKey", "UploadSigningCertificate", "UpdateSigningCertificate"]),
      is("userIdentity.type", "Root"),
      succeeded,
    ),
  ),
  fires: [
    KEY_CREATED,
    rootByService(KEY_CREATED, "signin.amazonaws.com"),
    rootCall("iam", "UploadSigningCertificate", { awsRegion: "us-east-1" }),
  ],
  ignores: [denied(KEY_CREATED), byRoleNamedRoot(KEY_CREATED), rootCall("iam", "ListAccessKeys", { readOnly: true })],
} as const satisfies CatalogueDetection;
