import { oncePer, type Blueprint } from "../blueprint";
import type { MustPass } from "./call";
import { pipeline } from "./callers/pipeline";
import { rootSessions } from "./callers/root-tasks";
import { CALLERS } from "./callers/run-time";

const always = oncePer((blueprint: Blueprint) => [...CALLERS, pipeline].flatMap((calls) => calls(blueprint)));

/** Every call that the policies above an account must let through. `accounts` are further members to try. */
export const mustPass = (blueprint: Blueprint, accounts: readonly string[] = []): readonly MustPass[] => [
  ...always(blueprint),
  ...rootSessions(blueprint, accounts),
];
