import type { PathPart } from "../../../catalogue/alerts/alert-path";
import type { Body } from "../../support/terraform";

interface Filter {
  /** Its name in the stack. */
  readonly name: string;
  readonly body: Body;
}

/** Whether the filter writes the metric that the alarm reads: by its name, or by reference. */
function counts({ name, body }: Filter, alarm: Body): boolean {
  const written = body["metric_transformation"] as Body;
  const read = String(alarm["metric_name"]);
  return (
    written["namespace"] === alarm["namespace"] &&
    (written["name"] === read || read.startsWith(`\${aws_cloudwatch_log_metric_filter.${name}.metric_transformation`))
  );
}

/**
 * What is lost where nothing more is counted: the trail, which everything comes from, and the log group for what is
 * counted in it. A filter or a rule that counts tells of itself alone, not of those that bring alerts.
 */
export function lostWithout(alarm: Body, filters: readonly Filter[]): readonly PathPart[] {
  const metric = `${String(alarm["namespace"])} ${String(alarm["metric_name"])}`;
  if (metric === "AWS/Logs IncomingLogEvents" || filters.some((filter) => counts(filter, alarm)))
    return ["trail", "log-group"];
  if (metric === "AWS/Events Invocations") return ["trail"];
  throw new Error(`an alarm on silence must count something that is known, got ${metric}`);
}
