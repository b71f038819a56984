import { setTimeout } from "node:timers/promises";
import type { Emulator } from "../emulator/start";
import { killChildren } from "../processes/process-tree";

const LOOK_AGAIN_MS = 100;

/**
 * Ends an emulator, also one that is still starting: its programs are ended, until it has given up and taken its
 * folder away.
 */
export async function endEmulator(
  starting: Promise<Pick<Emulator, "stop">>,
  endPrograms: () => void = killChildren,
): Promise<void> {
  const settled = { yes: false };
  const emulator = starting
    .catch(() => undefined)
    .finally(() => {
      settled.yes = true;
    });
  await Promise.race([emulator, setTimeout(0)]);
  while (!settled.yes) {
    endPrograms();
    await Promise.race([emulator, setTimeout(LOOK_AGAIN_MS)]);
  }
  await (await emulator)?.stop();
}
