import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOV_EXCUSES } from "../../catalogue/scanners/checkov";
import { runIn } from "../../processes/run";
import { pythonEnvironment } from "../../emulator/child-environment";
import type { Deployment } from "../../terraform/deployment";
import type { Report } from "../progress";
import { contradictions, type Finding } from "./judge";

/** What Checkov says of one check on one resource, as far as it is read here. */
interface Checked {
  readonly check_id: string;
  readonly resource: string;
  readonly file_path: string;
}

interface CheckovReport {
  readonly results: { readonly passed_checks: readonly Checked[]; readonly failed_checks: readonly Checked[] };
  readonly summary: { readonly parsing_errors: number };
}

/** The plan of every stack as JSON, in files named by the stack. */
async function plansOf(deployment: Deployment, folder: string, report: Report): Promise<readonly string[]> {
  const planned = await deployment.plans(folder, (stack, step) => report(`${step} of ${stack}`));
  return planned.map(({ name, json }) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, json);
    return file;
  });
}

/**
 * Scans the plans with Checkov. Returns what contradicts the pages. A plan of which nothing passes was not read: Checkov
 * is green about what it cannot parse.
 */
export async function scanPlans(python: string, deployment: Deployment, folder: string, report: Report) {
  const files = await plansOf(deployment, folder, report);
  report("scanning the plans");
  const args = ["-m", "checkov.main", "--framework", "terraform_plan", "--skip-download", "-o", "json", "--soft-fail"];
  // The configuration of the checkout, which skips what has a reason, would be read from the folder in which it starts.
  const run = runIn({ ...pythonEnvironment(process.env), HOME: folder }, folder);
  const { code, stdout, output } = await run(python, [...args, ...files.flatMap((file) => ["-f", file])]);
  if (code !== 0) throw new Error(`Checkov ended with ${code}:\n${output}`);
  return judged(JSON.parse(stdout) as CheckovReport, files);
}

export function judged({ results, summary }: CheckovReport, files: readonly string[]): readonly string[] {
  const { passed_checks: passed, failed_checks: failed } = results;
  const found = (checked: Checked, passes: boolean): Finding => ({
    check: checked.check_id,
    resource: checked.resource,
    passes,
  });
  const unread = files.filter((file) => !passed.some(({ file_path: path }) => file.endsWith(path)));
  return [
    ...unread.map((file) => `Checkov must read ${file}, got nothing that passes`),
    ...(summary.parsing_errors === 0
      ? []
      : [`Checkov must read every plan, got ${summary.parsing_errors} parsing errors`]),
    ...contradictions([...passed.map((one) => found(one, true)), ...failed.map((one) => found(one, false))], {
      passes: [],
      excuses: CHECKOV_EXCUSES,
    }),
  ];
}
