import { join } from "node:path";
import { readPlanFolder } from "../terraform/plan-folder";
import { readPlanJson } from "../terraform/planning/plan-json";
import { measuredRun } from "./measured-run";
import { baseline } from "./plan-and-review";
import { megabytes, seconds, type Topic, verdict } from "./report";
import { median, warmUp } from "./rounds";
import { withRegions } from "./sized-configuration";
import type { Trial } from "./trial";

const REGIONS = 17;
const LIMIT_SECONDS = 2;

/** The review alone, of plans that lie there. */
export async function reviewTime(rounds: number, trial: Trial): Promise<Topic> {
  const place = trial.place("reviewed", withRegions(REGIONS));
  const plans = join(place.folder, "plans");
  await baseline(place, ["plan", "--out", plans], [2]);
  const jsons = readPlanFolder(plans).stacks.map(({ json }) => json);
  const changes = jsons.flatMap((json) => readPlanJson(json).resource_changes ?? []).length;
  const review = () => measuredRun("commands/baseline.ts", place.env, ["review", plans]);
  await warmUp([review], (run) => run());
  const runs = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await review());
  const cpu = median(runs.map(({ cpuSeconds }) => cpuSeconds));
  const wall = median(runs.map(({ wallSeconds }) => wallSeconds));
  return {
    id: "review",
    title: "Review of plans",
    columns: ["Regions", "Resources", "JSON", "Processor time", "Time", "Peak memory", "Target", "Verdict"],
    rows: [
      [
        ...[`${REGIONS}`, `${changes}`, megabytes(jsons.reduce((sum, json) => sum + json.length, 0))],
        ...[seconds(cpu), seconds(wall)],
        megabytes(median(runs.map(({ peakBytes }) => peakBytes))),
        ...[`under ${seconds(LIMIT_SECONDS)}`, verdict(wall < LIMIT_SECONDS)],
      ],
    ],
    notes: [
      `\`review\` of the plans of all stacks, two accounts with GuardDuty in every Region, from the start of Node to its end, ${rounds} rounds after one to warm up: medians. The target is for the time that a person waits; on a busy machine, compare the processor time.`,
    ],
    met: wall < LIMIT_SECONDS,
  };
}
