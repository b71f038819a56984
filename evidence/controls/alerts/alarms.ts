import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { alertsNotDelivered } from "../../../catalogue/detections/alerts-not-delivered";
import { trailSilent } from "../../../catalogue/detections/trail-silent";
import type { Blueprint } from "../../../config";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, type Finding } from "../../item";

type Metric = Blueprint["detectionsByPath"]["metric"][number];

const APPLY = applied("alarms");

const enable = (name: string): string => `aws cloudwatch enable-alarm-actions --alarm-names ${name}`;

function judgeDetection(
  { id, set, severity, threshold }: Metric,
  live: MetricAlarm | undefined,
  of: Blueprint,
): Finding {
  if (live === undefined) return gap(id, "has no alarm", APPLY);
  const { names, arns } = of;
  if (live.ActionsEnabled === false) return gap(id, "its actions are switched off", enable(names.entry(id)));
  if (live.AlarmActions?.includes(arns.topic(severity)) !== true)
    return gap(id, `does not tell ${names.topic(severity)}`, APPLY);
  const isAsConfigured =
    live.Namespace === names.metricNamespace(set) &&
    live.MetricName === id &&
    live.Threshold === threshold &&
    live.ComparisonOperator === "GreaterThanOrEqualToThreshold" &&
    live.Statistic === (threshold === 1 ? "Maximum" : "Sum") &&
    live.Period === 300 &&
    live.EvaluationPeriods === 1;
  if (!isAsConfigured) return gap(id, "watches another metric, or is raised by another number", APPLY);
  return inForce(id, `tells ${names.topic(severity)}; state ${live.StateValue ?? "unknown"}`);
}

/** Names of the alarms on silence, and on what was not delivered, that the listed detections ask for. */
function onSilence(blueprint: Blueprint): readonly string[] {
  const { names, knownCall, listedDetections, topics, detectionsByPath } = blueprint;
  const hasRules = detectionsByPath.event.length + detectionsByPath.finding.length > 0;
  const listed = new Set(listedDetections.map(({ id }) => id));
  return [
    ...(listed.has(trailSilent.id) ? [names.entry("trail-silence")] : []),
    ...(knownCall === undefined ? [] : [`${names.knownEvent}-log-group`, `${names.knownEvent}-rule`]),
    ...(hasRules ? [`${names.deadLetters("alarms")}-delivery`] : []),
    ...(listed.has(alertsNotDelivered.id) ? topics.map(({ name }) => `${name}-delivery`) : []),
  ];
}

/** Every other alarm of the baseline: on rules and topics that do not deliver, and on silence. */
const judgeOther = (name: string, live: MetricAlarm | undefined): readonly Finding[] => {
  if (live === undefined) return [gap(name, "does not exist", APPLY)];
  if (live.ActionsEnabled === false) return [gap(name, "its actions are switched off", enable(name))];
  return (live.AlarmActions ?? []).length === 0 ? [gap(name, "tells nobody", APPLY)] : [];
};

export const alarms: Control = {
  id: "alarms",
  title: "Every alarm is there, tells its topic and has its actions enabled",
  matters: "An alarm without actions turns red on a page that nobody looks at.",
  checklist: 5,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "5.3" },
    { source: "AWS Security Hub", control: "CloudWatch.1" },
    { source: "AWS Security Hub", control: "CloudWatch.15" },
    { source: "AWS Security Hub", control: "CloudWatch.17" },
    { source: "Prowler", control: "cloudwatch_log_metric_filter_root_usage" },
  ],
  reads: ["cloudwatch:DescribeAlarms"],
  judge: ({ live: { alarms: parts }, blueprint }) =>
    judged("alarms", parts.alarms, (live) => {
      const { names, detectionsByPath } = blueprint;
      const named = (name: string) => live.find(({ AlarmName }) => AlarmName === name);
      const ofDetections = new Set(detectionsByPath.metric.map(({ id }) => names.entry(id)));
      const expected = onSilence(blueprint);
      const others = live.map(({ AlarmName = "" }) => AlarmName).filter((name) => !ofDetections.has(name));
      const rest = [...new Set([...expected, ...others])];
      const wrong = rest.flatMap((name) => judgeOther(name, named(name)));
      return [
        ...detectionsByPath.metric.map((detection) =>
          judgeDetection(detection, named(names.entry(detection.id)), blueprint),
        ),
        ...(wrong.length > 0
          ? wrong
          : [inForce("silence and delivery", `${rest.length} of ${rest.length} alarms tell somebody`)]),
      ];
    }),
};
