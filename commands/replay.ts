import { loadConfig, partition, preparedDetections } from "../config";
import { batchesOf } from "./replay/inputs";
import { Judges } from "./replay/judges";
import { Problems } from "./replay/problems";
import { Progress } from "./replay/progress";
import { asJson, asText, type Report } from "./replay/report";
import { Tally } from "./replay/tally";

const USAGE = `replay [--json] <file…|folder|->
  Which of the configured detections would have fired on these events. Reads CloudTrail log files (.json, .json.gz),
  NDJSON, single events, EventBridge envelopes and GuardDuty findings; a folder is read to its depth, - is the input.`;

/** Reads everything and judges it. One batch of events is in memory at a time. */
export async function report(paths: readonly string[], judges: Judges): Promise<Report> {
  const problems = new Problems();
  const tally = new Tally();
  const progress = new Progress(process.stderr);
  for await (const { events, file } of batchesOf(paths, problems)) {
    for (const event of events) tally.add(event, judges.of(event), file);
    progress.show(tally.events, file);
  }
  progress.clear();
  return { tally, problems };
}

/** The detections of the configuration, ready to judge. */
export function configuredJudges(): Judges {
  const baseline = loadConfig();
  const { globalRegion } = partition(baseline);
  return new Judges(preparedDetections(baseline), { account: baseline.accounts.management.id, region: globalRegion });
}

/**
 * Judges events of the past by the detections of the configuration. Returns the exit code: 0, 1 where a file could not
 * be read, 2 where the command was written wrongly.
 */
export async function replay(args: readonly string[]): Promise<number> {
  const paths = args.filter((arg) => arg !== "--json");
  const unknown = paths.find((path) => path.startsWith("-") && path !== "-");
  if (unknown !== undefined || paths.length === 0) {
    console.error(unknown === undefined ? USAGE : `replay must get --json or paths, got ${unknown}\n${USAGE}`);
    return 2;
  }
  const found = await report(paths, configuredJudges());
  console.log(args.includes("--json") ? asJson(found) : asText(found));
  return found.problems.unreadable > 0 ? 1 : 0;
}
