import { blueprintOf, loadConfig, type Baseline } from "../../config";
import { rootSessions } from "../../root-sessions";
import { writeWhole } from "../../root-sessions/record-file";
import type { Lock } from "../../root-sessions/unlock/lock";
import { lockedBy, type Locked } from "../../root-sessions/unlock/locked";
import type { ExitCode } from "../contract/exit-code";
import { Failure } from "../contract/mistake";
import { newFile } from "../contract/new-file";
import type { Values } from "../contract/options";
import { announced } from "../root-session/announce";
import { sessionAsked } from "../root-session/options";
import { checkConfirmable, isConfirmed } from "../session/confirmation";
import type { UNLOCK_OPTIONS } from "./options";
import { lockText, nextSteps } from "./report";
import type { Thing } from "./thing";

type Options = Values<typeof UNLOCK_OPTIONS>;

const nothing = (why: string): ExitCode => {
  console.error(why);
  return 2;
};

/** Where the policy is kept. */
const backupFile = ({ id }: Thing, { out }: Options): string => newFile(out, `${id}-policy`);

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

async function remove(thing: Thing, lock: Lock, region: string, policy: string, options: Options) {
  const { kind, id } = thing;
  const file = backupFile(thing, options);
  writeWhole(file, policy);
  console.error(`kept in ${file}`);
  if (!options.yes && !(await isConfirmed(id, `remove the policy of this ${kind.noun}`)))
    return nothing("Nothing was removed.");
  await lock.remove();
  if ((await lock.read()) !== undefined)
    throw new Failure(`the policy of ${id} must be gone, got one: somebody, or a pipeline, puts it back`);
  console.log(nextSteps(thing, file, region));
  return 0;
}

/** Shows the policy that locks a thing, and removes it where that was asked for. */
export async function unlocking(
  options: Options,
  thing: Thing,
  check: (baseline: Baseline) => void,
): Promise<ExitCode> {
  const { account } = sessionAsked(options);
  checkConfirmable(options.yes);
  if (options.apply) backupFile(thing, options);
  const baseline = loadConfig(options.config);
  check(baseline);
  const { region = baseline.homeRegion } = options;
  const session = await opened(baseline, thing, region, options);
  if (session === undefined) return nothing("No session was opened.");
  const { kind, id } = thing;
  const lock = kind.lockOn(session, id, region);
  const policy = await lock.read();
  if (policy === undefined)
    return nothing(`The ${kind.noun} ${id} has no policy: what locks it is a policy of the organization, or a key.`);
  const partition = blueprintOf(baseline).partition.id;
  const arn = thing.arn(partition, region, account);
  const locked: Locked = lockedBy(policy, { partition, account, region, arn, mendingCalls: kind.mendingCalls });
  console.log(lockText(thing, policy, locked));
  if (!options.apply) return 0;
  if (locked.answer === "no") return nothing("Nothing was removed: an administrator of the account can change it.");
  return remove(thing, lock, region, policy, options);
}
