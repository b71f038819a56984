import { rmSync } from "node:fs";
import { join } from "node:path";
import shipped from "../baseline.config";
import { SupervisedCommands } from "../processes/supervised-commands";
import { succeeded } from "../terraform/command-failure";
import { CHECKOUT } from "../terraform/stack-commands";
import { watchMemory, type Watched } from "./memory-watch";
import { gigabytes, seconds, times, type Topic, verdict } from "./report";
import { interleaved, median } from "./rounds";
import type { Place, Trial } from "./trial";

/** Init, plan and review of all stacks, against `cdktf diff` of one after the other. */
const LIMIT_RATIO = 0.65;
const LIMIT_BYTES = 1.5e9;

interface Case {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** A command of ours, as `npm run baseline --` runs it. */
export async function baseline({ env }: Place, args: readonly string[], exitCodes: readonly number[] = [0]) {
  const commands = new SupervisedCommands();
  const program = ["--import", "tsx", join(CHECKOUT, "commands", "baseline.ts")];
  const options = { cwd: CHECKOUT, env, log: () => undefined };
  succeeded(args[0] ?? "", await commands.run(process.execPath, [...program, ...args], options), { exitCodes });
}

function cases(trial: Trial): readonly Case[] {
  const theirs = trial.deployment("diffed", shipped);
  const ours = trial.place("planned", shipped);
  const plans = join(ours.folder, "plans");
  return [
    {
      name: "`cdktf diff` of one stack after the other",
      run: async () => {
        rmSync(theirs.outDir, { recursive: true, force: true });
        succeeded("synth", await theirs.synth());
        for (const stack of theirs.stacks()) succeeded("cdktf diff", await theirs.diff(stack, ["--skip-synth"]));
      },
    },
    {
      name: "`plan` and `review`",
      run: async () => {
        for (const folder of [ours.outDir, plans]) rmSync(folder, { recursive: true, force: true });
        await baseline(ours, ["plan", "--out", plans], [2]);
        await baseline(ours, ["review", plans]);
      },
    },
  ];
}

/** What a pull request waits for, beside the same by the CDKTF CLI. */
export async function planAndReview(rounds: number, trial: Trial): Promise<Topic> {
  const compared = cases(trial);
  const runs = await interleaved(compared, rounds, ({ run }) => watchMemory(/\/terraform-provider-/, run));
  const [theirs = [], ours = []] = runs;
  const ratio = median(ours.map((run, round) => run.seconds / (theirs[round]?.seconds ?? Number.NaN)));
  const peak = peakOf(ours);
  return {
    id: "plan-and-review",
    title: "Plan and review of the five stacks of the example",
    columns: ["Command", "Time", "Ratio", "Target", "Verdict", "Peak memory", "Target", "Verdict"],
    rows: compared.map(({ name }, index) => {
      const each = runs[index] ?? [];
      const isOurs = index > 0;
      return [
        ...[name, seconds(median(each.map((run) => run.seconds)))],
        ...(isOurs ? [times(ratio), `at most ${times(LIMIT_RATIO)}`, verdict(ratio <= LIMIT_RATIO)] : ["", "", ""]),
        gigabytes(peakOf(each)),
        ...(isOurs ? [`at most ${gigabytes(LIMIT_BYTES)}`, verdict(peak <= LIMIT_BYTES)] : ["", ""]),
      ];
    }),
    notes: [
      `Of a first deployment to the emulator, each from an empty folder, in turn, ${rounds === 1 ? "once" : `${rounds} rounds`}: median time, the median of the rounds' ratios, largest peak. Both synthesize once and initialize every stack; \`cdktf diff\` runs with \`--skip-synth\`. \`plan\` also reads the live organization. Peak memory as for the plans, with Node in it.`,
    ],
    met: ratio <= LIMIT_RATIO && peak <= LIMIT_BYTES,
  };
}

const peakOf = (runs: readonly Watched<unknown>[]): number => Math.max(...runs.map(({ peakBytes }) => peakBytes));
