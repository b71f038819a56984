import type { BaselineConfig } from "../config";
import { megabytes, milliseconds, seconds, times, type Topic, verdict } from "./report";
import { judgeGrowth } from "./growth";
import { interleaved, median, warmUp } from "./rounds";
import { measuredRun } from "./measured-run";
import { withRegions, withTargets, writeConfiguration } from "./sized-configuration";

interface Series {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly configuration: (size: number) => BaselineConfig;
}

const SERIES: readonly Series[] = [
  { name: "governed Regions", sizes: [1, 17, 34], configuration: withRegions },
  { name: "guardrail targets", sizes: [10, 250, 500], configuration: withTargets },
];

/** How time and memory of a synth grow with what is governed. */
export async function synthGrowth(rounds: number, workDir: string): Promise<Topic> {
  const measured = [];
  for (const series of SERIES) measured.push(await measureSeries(series, rounds, workDir));
  return {
    id: "growth",
    title: "Growth of the synth",
    columns: ["Size", "Time", "Work", "Per unit", "Peak memory", "Target", "Verdict"],
    rows: measured.flatMap(({ rows }) => rows),
    notes: [
      `Medians of ${rounds} rounds after one to warm up, the sizes in turn. Time is a whole run; work is its processor time without start-up; per unit is what one more Region or target adds to the work since the row above.`,
    ],
    met: measured.every(({ linear }) => linear),
  };
}

async function measureSeries({ name, sizes, configuration }: Series, rounds: number, workDir: string) {
  const files = sizes.map((size) => writeConfiguration(workDir, `${name}-${size}`, configuration(size)));
  const measure = (file: string) => measuredRun("bench/synth-work.ts", { BASELINE_CONFIG: file });
  await warmUp(files, measure);
  const runs = await interleaved(files, rounds, measure);
  const points = sizes.map((size, index) => ({
    size,
    cost: median((runs[index] ?? []).map(({ cpuSeconds }) => cpuSeconds)),
    wall: median((runs[index] ?? []).map(({ wallSeconds }) => wallSeconds)),
    peak: median((runs[index] ?? []).map(({ peakBytes }) => peakBytes)),
  }));
  const { perUnit, ratio, linear } = judgeGrowth(points);
  const rows = points.map(({ size, cost, wall, peak }, index) => {
    const added = perUnit[index - 1];
    const last = index === points.length - 1;
    return [
      ...[`${size} ${name}`, seconds(wall), milliseconds(cost)],
      ...[added === undefined ? "" : milliseconds(added), megabytes(peak)],
      ...(last ? [`linear (1.00 ×, got ${times(ratio)})`, verdict(linear)] : ["", ""]),
    ];
  });
  return { rows, linear };
}
