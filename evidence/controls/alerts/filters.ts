import { knownCallFilter } from "../../../catalogue/alerts/known-event";
import { knownEventMissing } from "../../../catalogue/detections/known-event-missing";
import type { MetricFilterFacts } from "../../../organization/services/alarms";
import type { Blueprint } from "../../../config";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, type Finding } from "../../item";
import { expectedCall } from "./known-event";

type Metric = Blueprint["detectionsByPath"]["metric"][number];

/** A detection, or the known call: what its filters look for, and where each match counts. */
type Counted = Pick<Metric, "id" | "set"> & { readonly name: string; readonly path: Pick<Metric["path"], "texts"> };

const APPLY = applied("alarms");

/** Filters of one detection after the first have its number. */
const filterName = (name: string, index: number): string => (index === 0 ? name : `${name}-${index + 1}`);

/** Whether every match counts as one, where the alarm reads it. */
const counts = ({ transformations = [] }: MetricFilterFacts, namespace: string, metric: string): boolean =>
  transformations.length === 1 &&
  transformations.every(
    ({ metricNamespace, metricName, metricValue }) =>
      metricNamespace === namespace && metricName === metric && metricValue === "1",
  );

function judgeDetection(
  { id, set, path, name: first }: Counted,
  filters: readonly MetricFilterFacts[],
  { names }: Blueprint,
): Finding {
  const found = path.texts.map((text, index) => {
    const name = filterName(first, index);
    return { name, text, filter: filters.find((each) => each.name === name) };
  });
  const wrong = found.flatMap(({ name, text, filter }) => {
    if (filter === undefined) return [`${name} does not exist`];
    if (filter.pattern !== text) return [`${name} has another pattern`];
    return counts(filter, names.metricNamespace(set), id) ? [] : [`${name} counts elsewhere, or not each match as one`];
  });
  const one = found.length === 1 ? "the filter" : `all ${found.length} filters`;
  return wrong.length > 0
    ? gap(id, wrong.join("; "), APPLY)
    : inForce(id, `${one} as the catalogue has it, byte for byte`);
}

/** Every detection on the trail, and the known call where somebody waits for it. */
function countedIn(blueprint: Blueprint): readonly Counted[] {
  const { detectionsByPath, names } = blueprint;
  const call = expectedCall(blueprint);
  const { id, set } = knownEventMissing;
  return [
    ...detectionsByPath.metric.map((each) => ({ ...each, name: names.entry(each.id) })),
    ...(call === undefined ? [] : [{ id, set, name: names.knownEvent, path: { texts: [knownCallFilter(call)] } }]),
  ];
}

export const filters: Control = {
  id: "filters",
  title: "Every detection on the trail has its filter, byte for byte",
  matters: "A pattern that was changed by one letter matches nothing, and its alarm stays quiet for ever.",
  checklist: 5,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "5.3" },
    { source: "AWS Security Hub", control: "CloudWatch.1" },
    { source: "Prowler", control: "cloudwatch_log_metric_filter_root_usage" },
  ],
  reads: ["logs:DescribeMetricFilters"],
  judge: ({ live: { alarms }, blueprint }) =>
    judged("filters", alarms.metricFilters, (live) => {
      const { metric } = blueprint.detectionsByPath;
      return metric.length === 0
        ? [
            gap("filters", "no detection on the trail is configured", {
              mend: "name the set root among detections",
              ...APPLY,
            }),
          ]
        : countedIn(blueprint).map((each) => judgeDetection(each, live, blueprint));
    }),
};
