import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { ALIAS_CALLS, KEY_CALLS } from "../protected-calls";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const DISABLED = roleCall("kms", "DisableKey");

export const baselineKeyChanged = {
  id: "baseline-key-changed",
  set: "blinding",
  title: "A key in an account of the baseline was disabled, changed or is to be deleted",
  severity: "high",
  rationale:
    "Trail, log group and topics are encrypted: without their key CloudTrail cannot deliver and alarms cannot publish, and both fail quietly. A tag or an alias more can shut them out as well, where a policy decides by it. AWS gives keys their ids, so every key of the management, security and log archive account counts.",
  response: [
    "Read eventName, requestParameters.keyId, recipientAccountId and userIdentity.arn, from 15 minutes before the alarm.",
    "A key of the baseline: aws kms cancel-key-deletion or enable-key now; a plan of audit-trail and alarms shows a changed policy.",
    "Read the alarm history and the trail's LatestDeliveryError since eventTime.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1562.008" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "5.7" },
  ],
  path: watching(
    ({ name, baselineAccounts }) => [
      watch({
        service: "kms",
        calls: KEY_CALLS,
        accounts: baselineAccounts,
      }),
      watch({
        service: "kms",
        calls: { DeleteAlias: ALIAS_CALLS.DeleteAlias },
        of: { fields: ["aliasName"], names: [`alias/${name}-*`] },
        accounts: baselineAccounts,
      }),
    ],
    [
      { account: "management", region: "home" },
      { account: "security", region: "home" },
    ],
  ),
  fires: [
    padded(roleCall("kms", "DeleteAlias")),
    roleCall("kms", "DeleteAlias", { requestParameters: { aliasName: "alias/org-baseline-trail" } }),
    roleCall("kms", "UpdateAlias", { requestParameters: { aliasName: "alias/orders" } }),
    roleCall("kms", "CreateAlias", { requestParameters: { aliasName: "alias/orders" } }),
    DISABLED,
    roleCall("kms", "DisableKeyRotation", { recipientAccountId: "222222222222" }),
    roleCall("kms", "ScheduleKeyDeletion", { recipientAccountId: "333333333333" }),
    roleCall("kms", "TagResource", { recipientAccountId: "333333333333" }),
  ],
  ignores: [
    roleCall("kms", "DeleteAlias", { requestParameters: { aliasName: "alias/orders" } }),
    denied(DISABLED),
    { ...DISABLED, recipientAccountId: "444444444444" },
    roleCall("kms", "DescribeKey", { readOnly: true }),
  ],
} as const satisfies CatalogueDetection;
