import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../detection-sets";
import { allOf, anyOf, is, isOneOf, metric, succeeded } from "../filter";
import { denied, roleCall } from "./sample-calls";

const DISABLED = roleCall("events", "DisableRule", {
  requestParameters: { name: "org-baseline-management-root-console-login" },
});

export const eventRuleChanged = {
  id: "event-rule-changed",
  set: "blinding",
  title: "An event rule or the alert bus changed",
  severity: "critical",
  rationale: "Rules bring the fast alarms and the findings of GuardDuty to a person. A disabled rule fails nowhere.",
  response: [
    "Read eventName, requestParameters.name or requestParameters.rule, recipientAccountId and userIdentity.arn, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stacks alarms and threat-detection shows what to restore.",
    "Read the findings of the security account since eventTime in the GuardDuty console: they were not told.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1562.008" }],
  path: metric(({ name }) =>
    allOf(
      is("eventSource", "events.amazonaws.com"),
      anyOf(
        allOf(
          isOneOf("eventName", ["DisableRule", "DeleteRule", "PutRule", "DeleteEventBus"]),
          is("requestParameters.name", `${name}-*`),
        ),
        allOf(isOneOf("eventName", ["RemoveTargets", "PutTargets"]), is("requestParameters.rule", `${name}-*`)),
        allOf(
          isOneOf("eventName", ["PutPermission", "RemovePermission"]),
          is("requestParameters.eventBusName", `${name}-alerts`),
        ),
      ),
      succeeded,
    ),
  ),
  fires: [
    DISABLED,
    roleCall("events", "RemoveTargets", { requestParameters: { rule: "org-baseline-guardduty-high", ids: ["alert"] } }),
    roleCall("events", "RemovePermission", { requestParameters: { eventBusName: "org-baseline-alerts" } }),
  ],
  ignores: [
    denied(DISABLED),
    { ...DISABLED, requestParameters: { name: "nightly-report" } },
    { ...DISABLED, eventName: "DescribeRule", readOnly: true },
  ],
} as const satisfies CatalogueDetection;
