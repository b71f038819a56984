import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { ALARM_CALLS, ALARM_LIST_CALLS } from "../protected-calls";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const DISABLED = roleCall("monitoring", "DisableAlarmActions", {
  requestParameters: { alarmNames: ["org-baseline-root-console-login"] },
});

export const alarmChanged = {
  id: "alarm-changed",
  set: "blinding",
  title: "An alarm was changed, silenced or deleted",
  severity: "critical",
  rationale:
    "An alarm without actions tells nobody. Deleting and silencing name a list of alarms, of which a filter cannot search every entry, so any such call in the management account counts. Whoever deletes this alarm first is told of by nothing on this path: see the residual risk in SECURITY.md.",
  response: [
    "Read eventName, requestParameters.alarmNames or requestParameters.alarmName, and userIdentity.arn, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stack alarms shows what to restore.",
    "Run the saved queries of the silenced detections from eventTime on.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1562.008" }],
  path: watching(
    ({ name, managementAccount }) => [
      watch({
        service: "monitoring",
        calls: {
          ...ALARM_LIST_CALLS,
          DeleteAlarmMuteRule: "it ends a silence that somebody made",
        },
        accounts: [managementAccount],
      }),
      watch({
        service: "monitoring",
        calls: ALARM_CALLS,
        of: { fields: ["alarmName"], names: [`${name}-*`] },
        accounts: [managementAccount],
      }),
    ],
    [{ account: "management", region: "home" }],
  ),
  fires: [
    padded(roleCall("monitoring", "PutMetricAlarm")),
    DISABLED,
    { ...DISABLED, eventName: "DeleteAlarms" },
    roleCall("monitoring", "PutAlarmMuteRule"),
    roleCall("monitoring", "SetAlarmState", {
      requestParameters: { alarmName: "org-baseline-root-console-login", stateValue: "OK" },
    }),
  ],
  ignores: [
    roleCall("monitoring", "PutMetricAlarm", {
      requestParameters: { alarmName: "org-baseline-mine" },
      recipientAccountId: "444444444444",
    }),
    denied(DISABLED),
    { ...DISABLED, recipientAccountId: "444444444444" },
    roleCall("monitoring", "PutMetricAlarm", { requestParameters: { alarmName: "cpu" } }),
    { ...DISABLED, eventName: "DescribeAlarms", readOnly: true },
  ],
} as const satisfies CatalogueDetection;
