import { blueprintOf, loadConfig, type Baseline } from "../../config";
import { rootSessions, type RootSession } from "../../root-sessions";
import type { Lock } from "../../root-sessions/unlock/lock";
import { lockedBy } from "../../root-sessions/unlock/locked";
import type { ExitCode } from "../contract/exit-code";
import type { Values } from "../contract/options";
import { printJson } from "../output/json";
import { announced } from "../root-session/announce";
import { sessionAsked } from "../root-session/options";
import { checkConfirmable, isConfirmed } from "../session/confirmation";
import type { UNLOCK_OPTIONS } from "./options";
import { asJson, type Outcome } from "./outcome";
import { backupFile, keepAndRemove } from "./removing";
import { lockText, nextSteps } from "./report";
import type { Thing } from "./thing";

type Options = Values<typeof UNLOCK_OPTIONS>;

const nothing = (why: string): ExitCode => {
  console.error(why);
  return 2;
};

/** Opens the session, once it was said what for. Undefined where the word was not typed. */
async function opened(baseline: Baseline, { kind, id }: Thing, region: string, options: Options) {
  const { account, reason } = sessionAsked(options);
  const sessions = await rootSessions(baseline, { task: kind.task, reason });
  sessions.checkTarget(account);
  const calls = options.apply ? kind.calls : kind.calls.slice(0, 1);
  const does = `${options.apply ? "shows, keeps and removes" : "shows"} the policy of the ${kind.noun} ${id}`;
  console.error(`${announced({ baseline, sessions, account, region, does, calls })}\n`);
  const mayOpen = options.yes || (await isConfirmed("open", "open this root session"));
  return mayOpen ? sessions.open(account) : undefined;
}

/** What is found in the session: the policy, and whom it locks out. */
async function look(baseline: Baseline, thing: Thing, region: string, session: RootSession, lock: Lock) {
  const { account, accessKeyId } = session;
  const partition = blueprintOf(baseline).partition.id;
  const at = { account, region, arn: thing.arn(partition, region, account) };
  const policy = await lock.read();
  const { mendingCalls } = thing.kind;
  const found = policy !== undefined && { policy, locked: lockedBy(policy, { ...at, partition, mendingCalls }) };
  return { thing, ...at, session: accessKeyId, ...(found && { found }), removed: false };
}

/** Removes the policy, where there is one, it locks somebody out, and somebody wants that. */
async function act(outcome: Outcome, lock: Lock, options: Options): Promise<readonly [ExitCode, Outcome]> {
  const { thing, found } = outcome;
  const { noun } = thing.kind;
  if (found === undefined)
    return [
      nothing(`The ${noun} ${thing.id} has no policy: what locks it is a policy of the organization, or a key.`),
      outcome,
    ];
  if (!options.apply) return [0, outcome];
  if (found.locked.answer === "no")
    return [nothing("Nothing was removed: an administrator of the account can change it."), outcome];
  const ended = { ...outcome, ...(await keepAndRemove(thing, lock, found.policy, options)) };
  return [ended.removed ? 0 : nothing("Nothing was removed."), ended];
}

/** Shows the policy that locks a thing, and removes it where that was asked for. */
export async function unlocking(options: Options, thing: Thing): Promise<ExitCode> {
  sessionAsked(options);
  checkConfirmable(options.yes);
  if (options.apply) backupFile(thing, options);
  const baseline = loadConfig(options.config);
  thing.check(baseline);
  const region = thing.region ?? options.region ?? baseline.homeRegion;
  const session = await opened(baseline, thing, region, options);
  if (session === undefined) return nothing("No session was opened.");
  const lock = thing.kind.lockOn(session, thing.id, region);
  const seen = await look(baseline, thing, region, session, lock);
  // Whoever is asked must have seen it; an answer for machines stands alone.
  const show = options.json ? console.error : console.log;
  if (seen.found) show(lockText(thing, seen.found.policy, seen.found.locked));
  const [code, outcome] = await act(seen, lock, options);
  if (outcome.removed) show(nextSteps(outcome));
  if (options.json) printJson(asJson(outcome));
  return code;
}
