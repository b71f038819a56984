import { blueprintOf, loadConfig } from "../../config";
import { command } from "../contract/command";
import type { ExitCode } from "../contract/exit-code";
import { mistake } from "../contract/mistake";
import type { OptionTable } from "../contract/options";
import { TIME } from "../contract/time";
import { Problems } from "../log-files/problems";
import { checkFiles, LOG_FILES, readEvents } from "../log-files/read";
import { isRecord } from "../log-files/shapes";
import { recordOf } from "../log-files/record";
import { printJson } from "../output/json";
import { momentOf } from "./acts";
import { asJson } from "./as-json";
import { doorsOf, type Doors } from "./doors";
import { joined } from "./joined";
import { Ledger } from "./ledger";
import { asText, type Found } from "./report";

const OPTIONS = {
  since: {
    takes: "one",
    value: "<time>",
    says: "leave out what was over before. Sessions are joined from all that was read. Default: everything",
    rule: TIME,
  },
  json: { takes: "nothing", says: "the answer for machines" },
} as const satisfies OptionTable;

/** Reads everything, and joins it. Times are in milliseconds. */
export async function found(paths: readonly string[], doors: Doors, since = -Infinity): Promise<Found> {
  const [ledger, problems] = [new Ledger(doors.roles), new Problems()];
  await readEvents(paths, problems, (event) => {
    const record = recordOf(event);
    if (isRecord(record)) ledger.add(record);
  });
  return { ledger, problems, joined: joined(ledger, doors, since) };
}

/** The answer is no where no sanctioned session explains what root did, whatever else could not be read. */
export function exitCode({ joined: { realRoot, before, sessions }, problems }: Found): ExitCode {
  if (realRoot.length > 0 || sessions.some(({ by }) => !by.isBreakGlass)) return 2;
  return problems.any || before.length > 0 || sessions.some(({ key }) => key === undefined) ? 1 : 0;
}

/** Refuses an answer about nothing: silence would be true, and no comfort. */
function checkRead({ ledger, problems }: Found, paths: readonly string[], since: string | undefined): void {
  if (ledger.records === 0)
    mistake(paths.join(", "), "hold at least one record of CloudTrail that can be read", problems.examples[0]);
  if (since !== undefined && momentOf(ledger.last) < momentOf(since))
    mistake("--since", `be before the last record that was read, ${ledger.last}`, since);
}

export const rootSessions = command({
  name: "root-sessions",
  summary: "who opened root sessions in these log files, and what root did in each, or without one",
  about: [
    "Joins each AssumeRoot record with what was done in the session, by its access key: who, for which ticket, account, task, calls and their results. What root did without a session stands first: a long-term key, the console, a temporary key that no AssumeRoot returned. Reads what replay reads, in any order; a record that was delivered twice counts once.",
    "The person is whom AWS recorded when the break-glass role was assumed. Where that record is not among them, the session's name says it, which its caller chose. So read the log files of the security and the management account, where sessions are opened, of every Region, and of the members, where they act.",
    "A key that was made before the first record, and not used for longer than a root session lasts, is not decided: read earlier files.",
  ],
  operands: LOG_FILES,
  options: OPTIONS,
  exitCodes: {
    0: "everything was read, and a session of a break-glass role explains all that root did",
    1: "a mistake in what was asked or configured, something that could not be read, or a root act that cannot be decided; the report names it",
    2: "root did something with no session behind it, or somebody else than a break-glass role of this configuration opened a session",
  },
  run: async ({ operands, options: { since, json } }) => {
    checkFiles("root-sessions", operands);
    const doors = doorsOf(blueprintOf(loadConfig()));
    const answer = await found(operands, doors, since === undefined ? undefined : Date.parse(since));
    checkRead(answer, operands, since);
    if (json) printJson(asJson(answer));
    else console.log(asText(answer));
    return exitCode(answer);
  },
});
