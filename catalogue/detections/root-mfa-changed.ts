import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, calls, is, metric, succeeded } from "../filter";
import { byRoleNamedRoot, denied, roleCall, rootByService, rootCall } from "./sample-calls";

const DEACTIVATED = rootCall("iam", "DeactivateMFADevice", {
  awsRegion: "us-east-1",
  requestParameters: {
    userName: "AWS ROOT USER",
    serialNumber: "arn:aws:iam::444444444444:mfa/root-account-mfa-device",
  },
});

export const rootMfaChanged = {
  id: "root-mfa-changed",
  set: "root",
  title: "MFA device of a root user changed",
  severity: "high",
  rationale:
    "Adding a device keeps an intruder in, removing one opens the door. The task delete-credentials removes devices too, so a sanctioned clean-up fires this once an account.",
  response: [
    "Read recipientAccountId, eventName, requestParameters.serialNumber and userIdentity.accessKeyId, from 15 minutes before the alarm.",
    "Look for an AssumeRoot event of the last 60 minutes whose responseElements.credentials.accessKeyId is that key: its caller did it.",
    "There is none: ask both custodians of the devices. Nobody did it: treat it as an incident.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.5" },
    { source: "MITRE ATT&CK", control: "T1556.006" },
  ],
  path: metric(
    allOf(
      calls("iam", [
        "EnableMFADevice",
        "DeactivateMFADevice",
        "CreateVirtualMFADevice",
        "DeleteVirtualMFADevice",
        "ResyncMFADevice",
      ]),
      is("userIdentity.type", "Root"),
      succeeded,
    ),
  ),
  fires: [DEACTIVATED, rootByService(DEACTIVATED, "signin.amazonaws.com")],
  ignores: [
    denied(DEACTIVATED),
    byRoleNamedRoot(DEACTIVATED),
    roleCall("iam", "EnableMFADevice", { requestParameters: { userName: "root" } }),
    rootCall("iam", "ListMFADevices", { readOnly: true }),
  ],
} as const satisfies CatalogueDetection;
