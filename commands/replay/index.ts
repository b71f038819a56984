import { blueprintOf, loadConfig } from "../../config";
import { command } from "../contract/command";
import type { ExitCode } from "../contract/exit-code";
import { mistake } from "../contract/mistake";
import { Problems } from "../log-files/problems";
import { checkFiles, LOG_FILES, readEvents } from "../log-files/read";
import { printJson } from "../output/json";
import { judgesOf, type Judges } from "./judges";
import { asJson, asText, type Report } from "./report";
import { Tally } from "./tally";

/** Reads everything and judges it. */
export async function report(paths: readonly string[], judges: Judges): Promise<Report> {
  const problems = new Problems();
  const tally = new Tally();
  await readEvents(paths, problems, (event, file) => tally.add(event, judges.of(event), file));
  return { tally, problems };
}

/** The detections of the configuration, ready to judge. */
export const configuredJudges = (): Judges => judgesOf(blueprintOf(loadConfig()));

/** The answer is no where root did something that nobody is told of, whatever else could not be read. */
function exitCode({ tally, problems }: Report): ExitCode {
  if (tally.uncaught.size + tally.onlyRecorded.size > 0) return 2;
  return problems.any ? 1 : 0;
}

async function run(paths: readonly string[], json: boolean): Promise<ExitCode> {
  checkFiles("replay", paths);
  const found = await report(paths, configuredJudges());
  // Nothing was judged: "no detection would have fired" would be true, and no comfort.
  if (found.tally.events === 0)
    mistake(paths.join(", "), "hold at least one event that can be read", found.problems.examples[0]);
  if (json) printJson(asJson(found));
  else console.log(asText(found));
  return exitCode(found);
}

export const replay = command({
  name: "replay",
  summary: "which detections would have fired on these log files or events",
  about: [
    "Judges events of the past by the detections of this configuration, and names what root did that none of them catches. Reads log files of CloudTrail, EventBridge events and GuardDuty findings, also as the AWS CLI, Logs Insights, Athena (select *), queues and exports hand them on: JSON, lines or CSV, compressed or not. What it does not understand it names.",
  ],
  operands: LOG_FILES,
  options: { json: { takes: "nothing", says: "the answer for machines" } },
  exitCodes: {
    0: "everything was read and judged, and somebody is told of all that root did",
    1: "a mistake in what was asked or configured, or something that could not be read; the report names it",
    2: "root did something that no detection catches, or that is only recorded, so that nobody is told",
  },
  run: ({ operands, options }) => run(operands, options.json),
});
