import { loadConfig } from "../../config";
import { inForeground } from "../../processes/foreground";
import { findOnPath, isExecutable } from "../../processes/search-path";
import type { RootSession } from "../../root-sessions";
import type { Asked } from "../contract/arguments";
import { command } from "../contract/command";
import type { ExitCode } from "../contract/exit-code";
import { mistake } from "../contract/mistake";
import { inShell } from "../output/in-shell";
import { checkConfirmable, isConfirmed, isPipeline } from "../session/confirmation";
import { announced } from "./announce";
import { childEnvironment, credentialVariables } from "./child-environment";
import { OPTIONS, sessionAsked, taskAsked } from "./options";

/** Loaded only when asked for: the SDK takes a second. */
const opener = () => import("../../root-sessions/index.ts");

/** Credentials are for eyes alone: a pipe, a file and the log of a pipeline keep them. */
function checkTerminal(): void {
  if (!process.stdout.isTTY || isPipeline())
    mistake(
      "root-session",
      "get a command (-- aws …), or a terminal: credentials are shown to a person alone",
      isPipeline() ? "a pipeline (CI is set)" : "another output",
    );
}

/** Looked for before a session is opened that would have no use. */
function checkProgram(program: string): void {
  const isThere = program.includes("/") ? isExecutable(program) : findOnPath(program, process.env) !== undefined;
  if (!isThere) mistake("the command after --", "be a program on the PATH", program);
}

const endText = ({ accessKeyId, account, expires }: RootSession): string =>
  `session ${accessKeyId} in ${account}, until ${expires?.toISOString() ?? "15 minutes from now"}`;

/** Lines that a shell takes in. The blank before each keeps it out of the history of a shell that ignores such lines. */
function printCredentials(session: RootSession, region: string): ExitCode {
  for (const [name, value] of Object.entries(credentialVariables(session, region)))
    console.log(` export ${name}=${inShell(value)}`);
  return 0;
}

async function runProgram(session: RootSession, region: string, [program = "", ...args]: readonly string[]) {
  const code = await inForeground(program, args, childEnvironment(process.env, session, region));
  if (code !== 0) console.error(`${program} ended with ${code}`);
  return code === 0 ? 0 : 1;
}

async function run({ options, operands }: Asked<typeof OPTIONS>): Promise<ExitCode> {
  const { account, reason } = sessionAsked(options);
  const task = taskAsked(options);
  const [program] = operands;
  if (program === undefined) checkTerminal();
  else checkProgram(program);
  checkConfirmable(options.yes);
  const baseline = loadConfig(options.config);
  const { region = baseline.homeRegion } = options;
  const { rootSessions } = await opener();
  const sessions = await rootSessions(baseline, { task, reason });
  sessions.checkTarget(account);
  const does = program === undefined ? "prints its credentials here" : `runs ${operands.join(" ")}`;
  console.error(`${announced({ baseline, sessions, account, region, does, calls: sessions.task.actions })}\n`);
  if (!options.yes && !(await isConfirmed("open", "open this root session"))) {
    console.error("No session was opened.");
    return 2;
  }
  const session = await sessions.open(account);
  console.error(endText(session));
  return program === undefined ? printCredentials(session, region) : runProgram(session, region, operands);
}

export const rootSession = command({
  name: "root-session",
  summary: "open one root session for one task, and run a command in it",
  about: [
    "Opens a root session in a member account, through the break-glass role of the task. First it says what it will do and which alerts that raises, and asks. Then it runs the command that stands after --, with the session's credentials in that command's environment and nowhere else; or, without a command, it prints them as lines for a shell: to a terminal alone.",
    "Run it with credentials that enter the break-glass role, and that may call organizations:DescribeOrganization. The name of the session leads to you and to the reason. root-sessions finds both in CloudTrail's log files, with all that was done.",
    "npm run baseline -- root-session --account 444444444444 --task unlock-bucket --reason INC-4711 -- aws s3api get-bucket-policy --bucket example",
  ],
  operands: { value: "[-- <command…>]", says: "what is run in the session: a program and what it is given" },
  options: OPTIONS,
  exitCodes: {
    0: "the command ended with 0, or the credentials were printed",
    1: "a mistake in what was asked or configured, a refusal, or a command that did not end with 0: its code is told",
    2: "no session was opened: the word was not typed",
  },
  run,
});
