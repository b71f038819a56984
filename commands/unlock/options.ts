import type { OptionTable } from "../contract/options";
import { SESSION_OPTIONS } from "../root-session/options";

/** Options of every command that unlocks something. */
export const UNLOCK_OPTIONS = {
  ...SESSION_OPTIONS,
  apply: { takes: "nothing", says: "remove the policy. Without it, it is only shown" },
  out: {
    takes: "one",
    value: "<file>",
    says: "where the policy is kept before it is removed. Default: <name>-policy-<time>.json",
  },
  json: { takes: "nothing", says: "what was found and done, for machines; all else goes to the other output" },
} as const satisfies OptionTable;

/** Exit codes of every such command. */
export const UNLOCK_EXIT_CODES = {
  0: "the policy was removed; without --apply: it was shown",
  1: "a mistake in what was asked or configured, a refusal, or a failure",
  2: "nothing was removed: there is no policy, it locks nobody out, or the word was not typed",
} as const;
