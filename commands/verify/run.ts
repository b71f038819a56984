import { resolve } from "node:path";
import { blueprintOf, loadConfig, type Baseline } from "../../config";
import { differences, type Difference } from "../../evidence/differences";
import { REPORT_FORM } from "../../evidence/form";
import { report, type Report } from "../../evidence/report";
import { eachWritten, readRecord, writeRecord, writeWhole } from "../../root-sessions/record-file";
import type { Asked } from "../contract/arguments";
import type { ExitCode } from "../contract/exit-code";
import { mistake } from "../contract/mistake";
import { checkWritten } from "../contract/written-files";
import { printJson } from "../output/json";
import { withRolesOf } from "../session/reached-roles";
import { auditedAccounts } from "./audited";
import { checkOrganizationOf } from "./of-organization";
import { OPTIONS, WITH_ALERTS } from "./options";
import { page } from "./page";
import { provenPaths } from "./proven";
import { reportLines } from "./text";

type Options = Asked<typeof OPTIONS>["options"];

/** Loaded only when asked for: the SDK takes a second. */
const reader = async () => ({
  ...(await import("../../organization/clients/clients.ts")),
  ...(await import("../../organization/protection.ts")),
});

const prover = () => import("./alerts.ts");

/** A report may take the place of the one before. */
function checkFiles({ report: kept, html, audit, proof, since }: Options): void {
  const isBefore = kept !== undefined && since !== undefined && resolve(kept) === resolve(since);
  checkWritten(
    { "--report": kept, "--html": html },
    { "--audit": audit, "--proof": proof, "--since": isBefore ? undefined : since },
  );
}

/** An earlier report, which must be of the configured organization. */
function earlierReport(file: string | undefined, baseline: Baseline): Report | undefined {
  if (file === undefined) return undefined;
  const earlier = readRecord(REPORT_FORM, file);
  checkOrganizationOf("--since", earlier.organization, baseline);
  return earlier;
}

/** Printed first, then written: what was read is not lost where a disk is full. */
function tell(found: Report, changed: readonly Difference[] | undefined, { json, ...options }: Options): void {
  if (json) printJson(changed === undefined ? found : { ...found, differences: changed });
  else reportLines(found, changed).forEach((line) => console.log(line));
  const { report: kept, html } = options;
  eachWritten([
    ...(kept === undefined ? [] : [() => writeRecord(kept, found)]),
    ...(html === undefined ? [] : [() => writeWhole(html, page(found, changed))]),
  ]);
}

/** Reads what is asked for and judges it. */
export async function run({ options }: Asked<typeof OPTIONS>): Promise<ExitCode> {
  if (options.alerts) return (await prover()).verifyAlerts(options);
  const alone = WITH_ALERTS.find((name) => options[name] !== undefined && options[name] !== false);
  if (alone !== undefined) mistake(`--${alone}`, "stand beside --alerts");
  const baseline = loadConfig();
  checkFiles(options);
  // What was handed in is read first: a mistake in it should not cost a reading.
  const earlier = earlierReport(options.since, baseline);
  const audit = options.audit === undefined ? undefined : auditedAccounts(options.audit, baseline);
  const proof = options.proof === undefined ? undefined : provenPaths(options.proof, baseline);
  const { Clients, readProtection } = await reader();
  const live = await readProtection(new Clients(withRolesOf(process.env, baseline)), baseline);
  const found = report({ live, blueprint: blueprintOf(baseline), audit, proof, now: new Date() });
  tell(found, earlier === undefined ? undefined : differences(earlier, found), options);
  return found.verdict === "in-force" ? 0 : 2;
}
