import { ROOT_TASKS, type RootTaskId } from "../../catalogue/aws/root-tasks";
import { CONFIG_OPTION } from "../contract/config-option";
import type { Values, OptionTable } from "../contract/options";
import { REASON } from "../contract/reason";
import { required } from "../contract/required";

const TASKS = ROOT_TASKS.map(({ id }) => id);

const isTask = (text: string): text is RootTaskId => TASKS.some((id) => id === text);

/** Options of every command that opens one root session. */
export const SESSION_OPTIONS = {
  ...CONFIG_OPTION,
  account: {
    takes: "one",
    value: "<id>",
    says: "member account in which root acts",
    rule: { must: "be an account's id of 12 digits", holds: (text) => /^\d{12}$/.test(text) },
  },
  reason: {
    takes: "one",
    value: "<ticket>",
    says: "why: it becomes part of the name under which AWS records the session, unless an IAM user calls",
    rule: REASON,
  },
  region: { takes: "one", value: "<Region>", says: "where the thing is. Default: homeRegion" },
  yes: { takes: "nothing", says: "do not ask. Nobody is ever asked under CI or without a terminal" },
} as const satisfies OptionTable;

export const OPTIONS = {
  ...SESSION_OPTIONS,
  task: {
    takes: "one",
    value: "<task>",
    says: `the one task that the session may do: ${TASKS.join(", ")}`,
    rule: { must: `be one of ${TASKS.join(", ")}`, holds: isTask },
  },
} as const satisfies OptionTable;

/** What must be given to open a session. */
export function sessionAsked({ account, reason }: Pick<Values<typeof SESSION_OPTIONS>, "account" | "reason">) {
  return { account: required("account", account), reason: required("reason", reason) };
}

/** The task that was asked for. */
export function taskAsked({ task }: Values<typeof OPTIONS>): RootTaskId {
  const text = required("task", task);
  if (!isTask(text)) throw new Error(`a rule lets the task ${text} through`);
  return text;
}
