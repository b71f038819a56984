import { LOOKING_OPTIONS } from "../audit/options";
import type { OptionTable } from "../contract/options";

export const OPTIONS = {
  ...LOOKING_OPTIONS,
  apply: { takes: "nothing", says: "remove. Without it, what would be removed is only shown. Needs --reason" },
  "even-if-used": {
    takes: "nothing",
    says: "even where the password or a key was used in the last 90 days: find out first who uses it",
  },
  yes: { takes: "nothing", says: "do not ask. Nobody is ever asked under CI or without a terminal" },
  out: {
    takes: "one",
    value: "<file>",
    says: "where it is written down what is removed. Default: root-removal-<time>.json",
  },
  json: { takes: "nothing", says: "the answer for machines; all else stays on the error output" },
} as const satisfies OptionTable;
