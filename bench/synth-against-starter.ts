import { megabytes, seconds, times, type Topic, verdict } from "./report";
import { interleaved, median, warmUp } from "./rounds";
import { measuredRun, type Usage } from "./measured-run";

const LIMIT = 1.5;

const PROGRAMS = ["bench/starter-app.ts", "synth.cjs"];

const MEASURES = [
  { name: "Time", limit: LIMIT, of: ({ wallSeconds }: Usage) => wallSeconds, shown: seconds },
  { name: "Processor time", of: ({ cpuSeconds }: Usage) => cpuSeconds, shown: seconds },
  { name: "Peak memory", limit: LIMIT, of: ({ peakBytes }: Usage) => peakBytes, shown: megabytes },
];

/** Synth of the shipped example beside cdktf's own starter app with one resource. */
export async function synthAgainstStarter(rounds: number): Promise<Topic> {
  const measure = (program: string) => measuredRun(program);
  await warmUp(PROGRAMS, measure);
  const [starter = [], example = []] = await interleaved(PROGRAMS, rounds, measure);
  const judged = MEASURES.map(({ name, limit, of, shown }) => {
    const [theirs, ours] = [starter.map(of), example.map(of)];
    const ratio = median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
    return { name, limit, ratio, cells: [shown(median(theirs)), shown(median(ours)), times(ratio)] };
  });
  return {
    id: "synth",
    title: "Synth of the shipped example against cdktf's starter app",
    columns: ["Measured", "Starter app, 1 resource", "Example, 5 stacks", "Ratio", "Target", "Verdict"],
    rows: judged.map(({ name, limit, ratio, cells }) => [
      ...[name, ...cells],
      ...(limit === undefined ? ["", ""] : [`at most ${times(limit)}`, verdict(ratio <= limit)]),
    ]),
    notes: [
      `Each as its cdktf.json runs it: the starter app through \`node --import tsx\`, the example through \`node synth.cjs\`; in turn, ${rounds} rounds after one to warm up: medians, and the median of the rounds' ratios. Processor time includes esbuild, which makes one file of our modules; memory is that of Node alone.`,
    ],
    met: judged.every(({ limit, ratio }) => limit === undefined || ratio <= limit),
  };
}
