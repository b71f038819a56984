import { CONFIG_OPTION } from "../contract/config-option";
import type { OptionTable } from "../contract/options";

const isSmallNumber = (text: string): boolean => /^[1-9]\d?$/.test(text);

/** Options of every command that runs Terraform on the stacks. */
export const SESSION_OPTIONS = {
  ...CONFIG_OPTION,
  "backend-config": {
    takes: "many",
    value: "<key=value|file>",
    says: "setting of the backend, handed to init of every stack",
  },
  locked: {
    takes: "nothing",
    says: "init with -lockfile=readonly: every stack has its lock file in cdktf.out already, and none changes",
  },
  "at-once": {
    takes: "one",
    value: "<number>",
    says: "the most stacks that are planned at a time; fewer where their providers would not fit into 1.5 GB. Default: 2",
    rule: { must: "be a number from 1 to 99", holds: isSmallNumber },
  },
  json: { takes: "nothing", says: "the answer for machines; progress stays on the error output" },
} as const satisfies OptionTable;

/** Option of the commands that only look. */
export const LOCK_OPTION = {
  "no-lock": { takes: "nothing", says: "do not lock the state meanwhile: for a role that may only read it" },
} as const satisfies OptionTable;

/** Option of the commands that take what another checkout synthesized. */
export const SYNTHESIZED_OPTION = {
  synthesized: {
    takes: "one",
    value: "<folder>",
    says: "take <folder>/<stack>/cdk.tf.json, which another job synthesized, in place of what this checkout synthesizes. This checkout, the base branch, judges it first: it may hold what the baseline is made of, with the accounts, roles, variables and backend of this checkout, and nothing that reads or runs anything on this machine",
  },
} as const satisfies OptionTable;
