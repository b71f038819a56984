import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { blueprintOf, loadConfig, printable, type Baseline } from "../../config";
import { listAccounts } from "../../organization/tree/accounts";
import { checkTasks, rootSessions, type RootSessions } from "../../root-sessions";
import { READ_CALLS } from "../../root-sessions/audit/in-session";
import { audit, INTERRUPTED } from "../../root-sessions/audit/run";
import { writeRecord } from "../../root-sessions/record-file";
import { callOf, credentialsOf } from "../../root-sessions/removal/credentials";
import { isToRemove, planned, type ToRemove } from "../../root-sessions/removal/planned";
import type { AccountRemoval, RemovalRecord } from "../../root-sessions/removal/record";
import { removeAll } from "../../root-sessions/removal/run";
import { USUAL_RATE } from "../audit/options";
import type { Asked } from "../contract/arguments";
import type { ExitCode } from "../contract/exit-code";
import { Failure, mistake } from "../contract/mistake";
import { newFile } from "../contract/written-files";
import { required } from "../contract/required";
import { printJson } from "../output/json";
import { wrapText } from "../output/wrap";
import { announcement, expectedAlerts } from "../root-alerts";
import { checkConfirmable, confirmation } from "../session/confirmation";
import { Progress } from "../session/progress";
import { stopping } from "../session/stopping";
import { checkNamed, chosenAccounts } from "./accounts";
import type { OPTIONS } from "./options";
import { accountsJson, isDone, planText, resultText } from "./report";

type Options = Asked<typeof OPTIONS>["options"];

const WIDTH = 80;

/** What both halves of the work need. */
interface Work {
  readonly baseline: Baseline;
  readonly options: Options;
  readonly reason: string;
  readonly perMinute: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Ends a removal that did not come to its end: it writes down each call, and finds what is left anew. */
function unfinished(stopped: string, before = ""): never {
  if (stopped === INTERRUPTED)
    mistake("the removal", "be run again: it goes on with what is left", `${stopped}${before}`);
  throw new Failure(`${stopped}\nThe removal ended there${before}: run again, it goes on with what is left.`);
}

/** Says which alerts sessions of a task in these accounts will raise. */
function announce(
  { baseline, progress, perMinute }: Work,
  sessions: RootSessions,
  calls: readonly string[],
  accounts: readonly { readonly id: string }[],
) {
  const alerts = accounts
    .slice(0, 1)
    .flatMap(({ id }) =>
      expectedAlerts(blueprintOf(baseline), sessions.caller, { task: sessions.task.id, account: id, calls }),
    );
  const task = `Task ${sessions.task.id}: ${sessions.task.purpose}.`;
  for (const line of wrapText(task, WIDTH)) progress.line(line);
  progress.line(`${announcement(accounts.length, alerts, perMinute)}\n`);
}

/** Looks at the accounts, with sessions that can remove nothing. */
async function look(work: Work, named: readonly string[]): Promise<readonly AccountRemoval[]> {
  const { baseline, options, reason, progress } = work;
  const managementAccount = baseline.accounts.management.id;
  const sessions = await rootSessions(baseline, { task: "audit", reason });
  const all = await listAccounts(sessions.ownClient(OrganizationsClient));
  const accounts = chosenAccounts(all, named, managementAccount);
  await sessions.check();
  announce(
    work,
    sessions,
    READ_CALLS,
    accounts.filter(({ status }) => status === "ACTIVE"),
  );
  const { record: found, stopped } = await audit({
    ...{ organization: baseline.organization.id, managementAccount, sessions, reason, accounts },
    ...{ perMinute: work.perMinute, signal: work.signal },
    tell: (soFar) => progress.count("", `${soFar.accounts.length} of ${accounts.length} accounts`),
  });
  progress.end();
  if (stopped !== undefined) unfinished(stopped, ", before anything was removed");
  return found.accounts.map((row) => planned(row, options["even-if-used"]));
}

/** What is removed in an account, in the words of a question. */
const question = ({ name, before }: ToRemove): string => {
  const { length } = credentialsOf(before).filter(({ kind }) => kind !== "unassigned-device");
  return `remove ${length === 1 ? "the root credential" : `all ${length} root credentials`} of ${printable(name)}`;
};

async function remove(
  work: Work,
  sessions: RootSessions,
  accounts: readonly AccountRemoval[],
  file: string,
): Promise<RemovalRecord> {
  const { baseline, options, reason, perMinute, progress, signal } = work;
  const todo = accounts.filter(isToRemove);
  const calls = [...new Set(todo.flatMap(({ before }) => credentialsOf(before).map(callOf)))];
  announce(work, sessions, [...READ_CALLS, ...calls], todo);
  let asked = 0;
  return removeAll({
    ...{ organization: baseline.organization.id, managementAccount: baseline.accounts.management.id },
    ...{ sessions, reason, evenIfUsed: options["even-if-used"], accounts, perMinute, signal },
    confirm: async (account) => {
      asked += 1;
      progress.end();
      if (!options.yes) return confirmation(account.id, question(account), { signal });
      progress.count("", `account ${asked} of ${todo.length}: ${account.id}`);
      return true;
    },
    tell: (record) => writeRecord(file, record),
  });
}

function print(accounts: readonly AccountRemoval[], { json }: Options, more: object, text: string): void {
  if (json) printJson({ ...more, accounts: accountsJson(accounts) });
  else console.log(text);
}

/** Looks, removes where that was asked for, and says what is left. */
async function work(asked: Work, named: readonly string[], file: string): Promise<ExitCode> {
  const { baseline, options, reason, progress } = asked;
  const sessions = options.apply ? await rootSessions(baseline, { task: "delete-credentials", reason }) : undefined;
  await sessions?.check();
  const accounts = await look(asked, named);
  const plan = planText(accounts);
  if (sessions === undefined || !accounts.some(isToRemove)) {
    print(accounts, options, { applied: false }, plan);
    if (accounts.some(isToRemove))
      console.error("Nothing was removed: --apply removes, and asks for each account first.");
    return isDone(accounts) ? 0 : 2;
  }
  console.error(`${plan}\n`);
  const record = await remove(asked, sessions, accounts, file);
  progress.end();
  print(record.accounts, options, { applied: true, file, ...record }, resultText(record));
  console.error(`written: ${file}`);
  if (record.stopped !== null) unfinished(record.stopped);
  return isDone(record.accounts) ? 0 : 2;
}

/** Removes the root credentials of member accounts, or shows what it would remove. */
export async function run({ options, operands }: Asked<typeof OPTIONS>): Promise<ExitCode> {
  const { apply, yes, rate } = options;
  if (!apply && options.out !== undefined) mistake("--out", "stand beside --apply: nothing is written without it");
  const reason = apply ? required("reason", options.reason) : (options.reason ?? "remove-root-credentials");
  if (apply) checkConfirmable(yes);
  const baseline = loadConfig(options.config);
  checkNamed(operands, baseline.accounts.management.id);
  checkTasks(baseline, ["audit", "delete-credentials"]);
  const file = newFile(options.out, "root-removal");
  const progress = new Progress();
  const stop = stopping((line) => progress.line(line));
  const perMinute = Number(rate ?? USUAL_RATE);
  try {
    return await work({ baseline, options, reason, perMinute, progress, signal: stop.signal }, operands, file);
  } finally {
    stop.end();
    progress.end();
  }
}
