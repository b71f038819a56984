import { CONFIG_OPTION } from "../contract/config-option";
import type { OptionTable } from "../contract/options";
import { REASON } from "../contract/reason";

/**
 * Root sessions in a minute. Above 10 messages a second SNS sets e-mail subscriptions back to pending, and a session may
 * cause two. Source: SNS Developer Guide, quotas.
 */
export const [USUAL_RATE, MOST_RATE] = [30, 300] as const;

const isRate = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_RATE;

/** Options of every command that looks at many root users. */
export const LOOKING_OPTIONS = {
  ...CONFIG_OPTION,
  reason: {
    takes: "one",
    value: "<text>",
    says: "why, such as a ticket: it becomes part of the name under which AWS records the session, unless an IAM user calls",
    rule: REASON,
  },
  rate: {
    takes: "one",
    value: "<number>",
    says: `root sessions a minute, ${MOST_RATE} at most: more messages than SNS takes would silence the mail. Default: ${USUAL_RATE}`,
    rule: { must: `be a number from 1 to ${MOST_RATE}`, holds: isRate },
  },
} as const satisfies OptionTable;

export const OPTIONS = {
  ...LOOKING_OPTIONS,
  "read-role": {
    takes: "one",
    value: "<name>",
    says: "an ordinary role in the accounts that trusts you and may do what SecurityAudit allows: it is asked first, and where it answers no root session is opened",
    rule: {
      must: "be the name of a role, with its path if it has one",
      holds: (text) => /^[\w+=,.@/-]{1,512}$/.test(text),
    },
  },
  out: { takes: "one", value: "<file>", says: "where the result is written. Default: root-audit-<time>.json" },
  resume: {
    takes: "one",
    value: "<file>",
    says: "an audit of the last day that was interrupted: accounts that it looked at are kept. The result goes there, too",
    without: ["out"],
  },
  json: { takes: "nothing", says: "the answer for machines; progress stays on the error output", without: ["csv"] },
  csv: { takes: "nothing", says: "the answer as a line for each account" },
} as const satisfies OptionTable;
