import type { Blueprint } from "../blueprint";
import { breakGlass, rootSessions } from "./root-tasks";
import type { MustPass } from "./call";
import { delivery } from "./delivery";
import { pipeline } from "./pipeline";

/** Whoever the baseline needs, with the calls that must pass. `accounts` are further members to try. */
type Caller = (blueprint: Blueprint, accounts: readonly string[]) => readonly MustPass[];

const CALLERS: readonly Caller[] = [rootSessions, breakGlass, pipeline, delivery];

/** Every call that the policies above an account must let through. `accounts` are further members to try. */
export const mustPass = (blueprint: Blueprint, accounts: readonly string[] = []): readonly MustPass[] =>
  CALLERS.flatMap((calls) => calls(blueprint, accounts));
