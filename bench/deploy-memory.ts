import { gigabytes, seconds, type Topic, verdict } from "./report";
import { watchMemory } from "./memory-watch";
import { withRegions } from "./sized-configuration";

import { succeeded } from "../terraform/command-failure";
import type { Trial } from "./trial";

const REGIONS = 17;
const LIMIT_BYTES = 4e9;

/** Time and memory of deploying everything in the portable form. Slow: once is enough. */
export async function deployMemory(trial: Trial): Promise<Topic> {
  const deployment = trial.deployment("deploy", withRegions(REGIONS));
  const watched = await watchMemory(/\/terraform-provider-/, () => deployment.deploy());
  succeeded("cdktf deploy", watched.result);
  const met = watched.peakBytes < LIMIT_BYTES;
  return {
    id: "deploy",
    title: "Deployment of all stacks",
    columns: ["Command", "Regions", "Most providers at once", "Time", "Peak memory", "Target", "Verdict"],
    rows: [
      [
        ...["cdktf deploy '*' --parallelism 2", `${REGIONS}`, `${watched.mostProcesses}`, seconds(watched.seconds)],
        ...[gigabytes(watched.peakBytes), `under ${gigabytes(LIMIT_BYTES)}`, verdict(met)],
      ],
    ],
    notes: [
      "One run, portable form, two accounts with GuardDuty in every Region, against the emulator. Peak memory as for the plans, with the cdktf CLI in it.",
    ],
    met,
  };
}
