import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { succeeded } from "../terraform/command-failure";
import type { Deployment } from "../terraform/deployment";
import { gigabytes, seconds, times, type Topic, verdict } from "./report";
import { interleaved, median } from "./rounds";
import { watchMemory } from "./memory-watch";
import { forProvider, inOneRegion, type Terraform } from "./one-region";
import { withRegions } from "./sized-configuration";

import { LARGEST_STACK, type Trial } from "./trial";

const LIMIT_REGIONS = 17;
const LIMIT_BYTES = { portable: 3.5e9, "6": 1.2e9 };
const FORMS = ["portable", "6"] as const;
const NAMES = { portable: "portable", "6": "compact" };
const REGIONS = [1, 4, LIMIT_REGIONS];

interface Case {
  readonly form: (typeof FORMS)[number];
  readonly regions: number;
  readonly terraform: Terraform;
}

/** Time and memory of `terraform plan`, in both forms of the output. */
export async function planMemory(rounds: number, trial: Trial): Promise<Topic> {
  const { provider } = trial.versions;
  const cases = await Promise.all(
    FORMS.flatMap((form) => REGIONS.map((regions) => synthesized(trial, form, regions, provider))),
  );
  const runs = await interleaved(cases, rounds, (one) => plan(trial.initialized, one));
  const measured = cases.map((one, index) => summary(one, runs[index] ?? []));
  const first = measured[0]?.time ?? Number.NaN;
  return {
    id: "plan",
    title: `Plan of the stack ${LARGEST_STACK}, two accounts`,
    columns: [
      "Form",
      "Regions",
      "Resources",
      "Providers",
      "Time",
      "Against the first",
      "Peak memory",
      "Target",
      "Verdict",
    ],
    rows: measured.map(({ form, regions, added, providers, time, peak, limit }) => [
      ...[NAMES[form], `${regions}`, added, `${providers}`, seconds(time), times(time / first), gigabytes(peak)],
      ...(limit === undefined ? ["", ""] : [`under ${gigabytes(limit)}`, verdict(peak < limit)]),
    ]),
    notes: [
      `\`terraform plan\` of a first deployment to the emulator, the cases in turn, ${rounds === 1 ? "once" : `${rounds} rounds`}: median time, largest peak. Peak memory is the sum of the PSS (\`smaps_rollup\`) of Terraform and its provider processes, looked at every 100 ms (less often where looking takes longer); a file that others execute too is counted as if they did not.`,
      ...(provider.startsWith("5.")
        ? [
            `The compact form needs provider 6, which was not at hand: its JSON was planned by ${provider} with \`region\` taken off the resources, so everything is planned in one Region, with the same resources and the same provider processes.`,
          ]
        : []),
    ],
    met: measured.every(({ peak, limit }) => limit === undefined || peak < limit),
  };
}

async function synthesized(trial: Trial, form: Case["form"], regions: number, provider: string): Promise<Case> {
  const config = withRegions(regions);
  const deployment = trial.deployment(`${NAMES[form]}-${regions}`, {
    ...config,
    terraform: { ...config.terraform, awsProvider: form },
  });
  succeeded("synth", await deployment.synth());
  const terraform = JSON.parse(readFileSync(fileOf(deployment), "utf8")) as Terraform;
  const lacksRegion = form === "6" && provider.startsWith("5.");
  return { form, regions, terraform: forProvider(lacksRegion ? inOneRegion(terraform) : terraform, provider) };
}

const fileOf = ({ outDir }: Deployment): string => join(outDir, "stacks", LARGEST_STACK, "cdk.tf.json");

async function plan(folder: Deployment, { terraform }: Case) {
  writeFileSync(fileOf(folder), JSON.stringify(terraform));
  const watched = await watchMemory(/\/terraform-provider-/, () => folder.terraform(LARGEST_STACK, ["plan"]));
  const [, added] = /Plan: (\d+) to add/.exec(succeeded("terraform plan", watched.result).output) ?? [];
  return { ...watched, added };
}

function summary({ form, regions }: Case, runs: readonly Awaited<ReturnType<typeof plan>>[]) {
  return {
    form,
    regions,
    added: runs[0]?.added ?? "",
    providers: Math.max(...runs.map(({ mostProcesses }) => mostProcesses)),
    time: median(runs.map(({ seconds: each }) => each)),
    peak: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
    limit: regions === LIMIT_REGIONS ? LIMIT_BYTES[form] : undefined,
  };
}
