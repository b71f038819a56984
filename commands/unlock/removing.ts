import { setTimeout as pause } from "node:timers/promises";
import { writeWhole } from "../../root-sessions/record-file";
import type { Lock } from "../../root-sessions/unlock/lock";
import { Failure } from "../contract/mistake";
import { newFile } from "../contract/written-files";
import type { Values } from "../contract/options";
import { isConfirmed } from "../session/confirmation";
import type { UNLOCK_OPTIONS } from "./options";
import type { Thing } from "./thing";

type Options = Pick<Values<typeof UNLOCK_OPTIONS>, "out" | "yes">;

const LOOK_AGAIN_MS = 5_000;

/** Where the policy is kept. A mistake where the file is there already. */
export const backupFile = ({ id }: Thing, { out }: Options): string => newFile(out, `${id}-policy`);

/** Whether the policy is gone. Some services go on showing it for a while. */
async function isGone(lock: Lock, settlesWithinSeconds: number): Promise<boolean> {
  const end = Date.now() + settlesWithinSeconds * 1_000;
  while ((await lock.read()) !== undefined) {
    if (Date.now() >= end) return false;
    await pause(LOOK_AGAIN_MS);
  }
  return true;
}

/** Keeps the policy in a file, and removes it where the word is typed. */
export async function keepAndRemove(thing: Thing, lock: Lock, policy: string, options: Options) {
  const { kind, id } = thing;
  const file = backupFile(thing, options);
  writeWhole(file, policy);
  console.error(`kept in ${file}`);
  if (!options.yes && !(await isConfirmed(id, `remove the policy of this ${kind.noun}`)))
    return { file, removed: false };
  await lock.remove();
  if (!(await isGone(lock, kind.settlesWithinSeconds)))
    throw new Failure(`the policy of ${id} must be gone, got one: somebody, or a pipeline, puts it back`);
  return { file, removed: true };
}
