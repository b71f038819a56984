import type { OptionTable } from "./options";

/** The option by which a command is given another configuration. */
export const CONFIG_OPTION = {
  config: { takes: "one", value: "<file>", says: "configuration. Default: BASELINE_CONFIG, else baseline.config.ts" },
} as const satisfies OptionTable;
