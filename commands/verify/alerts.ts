import type { DetectionSettings } from "../../catalogue/detection";
import { blueprintOf, loadConfig, type Blueprint } from "../../config";
import { callsOf, pathsOf, type ProofCall } from "../../alert-proof/paths";
import { prove } from "../../alert-proof/prove";
import { isProven, type ProofRecord } from "../../alert-proof/record";
import { Clients } from "../../organization/clients/clients";
import { checkOrganization } from "../../organization/clients/identity";
import { writeRecord } from "../../root-sessions/record-file";
import type { ExitCode } from "../contract/exit-code";
import { mistake } from "../contract/mistake";
import { newFile } from "../contract/written-files";
import type { Values } from "../contract/options";
import { printJson } from "../output/json";
import { plural } from "../output/plural";
import { checkConfirmable, isConfirmed } from "../session/confirmation";
import { Progress } from "../session/progress";
import { withRolesOf } from "../session/reached-roles";
import { stopping } from "../session/stopping";
import { proofLines } from "./alerts-text";
import { USUAL_MINUTES, type OPTIONS } from "./options";
import { indented } from "../output/indented";

type Options = Values<typeof OPTIONS>;

const callLines = ({ harmless, accountId, region }: ProofCall, settings: DetectionSettings): readonly string[] => [
  `  ${harmless.action} in ${accountId}, ${region}`,
  ...indented(harmless.says(settings), 4),
  ...indented(`changes nothing: ${harmless.changesNothing} (${harmless.source})`, 4),
];

/** What will be called, of which nothing is another way afterwards, and who will hear of it. */
export const announcement = (blueprint: Blueprint, minutes: number): readonly string[] => [
  `Makes ${plural(callsOf(blueprint).length, "call")}:`,
  ...callsOf(blueprint).flatMap((call) => callLines(call, blueprint.detectionSettings)),
  ...indented(
    `Each raises real alerts, and mails whoever is told of them: say so in the security channel first. Then it waits, ${plural(minutes, "minute")} at most, until ${plural(pathsOf(blueprint).length, "path")} were seen to the end.`,
    0,
  ),
];

const progressText = ({ paths }: ProofRecord): string =>
  `${paths.filter(({ proven }) => proven).length} of ${paths.length} paths seen to the end`;

async function proven(clients: Clients, blueprint: Blueprint, minutes: number, file: string): Promise<ProofRecord> {
  const progress = new Progress();
  const stop = stopping((line) => progress.line(line));
  try {
    return await prove({
      ...{ clients, blueprint, minutes, signal: stop.signal },
      tell: (soFar) => {
        writeRecord(file, soFar);
        progress.count("", progressText(soFar));
      },
    });
  } finally {
    stop.end();
    progress.end();
  }
}

/** Proves the alert paths by harmless calls, once somebody agreed to them. */
export async function verifyAlerts({ yes, out, minutes: given, json }: Options): Promise<ExitCode> {
  checkConfirmable(yes);
  const file = newFile(out, "alert-proof");
  const minutes = Number(given ?? USUAL_MINUTES);
  const baseline = loadConfig();
  const blueprint = blueprintOf(baseline);
  if (callsOf(blueprint).length === 0)
    mistake("detections", "list blinding, which holds what harmless calls fire", baseline.detections);
  const clients = new Clients(withRolesOf(process.env, baseline));
  await checkOrganization(clients, baseline);
  announcement(blueprint, minutes).forEach((line) => console.error(line));
  if (!yes && !(await isConfirmed("call", "make these calls"))) {
    console.error("Nothing was called.");
    return 2;
  }
  const record = await proven(clients, blueprint, minutes, file);
  if (json) printJson(record);
  else proofLines(record).forEach((line) => console.log(line));
  console.error(`written: ${file}`);
  if (record.ended === null) mistake("the proof", "be waited for to its end", "an interruption");
  return isProven(record) ? 0 : 2;
}
