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
