import { printable } from "../../config";
import type { Locked } from "../../root-sessions/unlock/locked";
import { wordInShell } from "../output/in-shell";
import type { Outcome } from "./outcome";
import type { Thing } from "./thing";

/** The policy on lines of its own; as it is, where it is no JSON. */
function pretty(policy: string): string {
  try {
    return JSON.stringify(JSON.parse(policy), undefined, 2);
  } catch {
    return policy;
  }
}

const ANSWERS: Readonly<Record<Locked["answer"], string>> = {
  yes: "It locks out every administrator of the account whom it does not name.",
  no: "It locks nobody out: an administrator of the account can change it. If that is refused, look at the policies of the organization.",
  perhaps: "It may lock out the administrators of the account. That depends on:",
};

/** The policy, and whether it locks anybody out. */
export const lockText = ({ kind, id }: Thing, policy: string, { answer, why }: Locked): string =>
  [
    `The policy of the ${kind.noun} ${id}:`,
    "",
    ...pretty(policy).split("\n").map(printable),
    "",
    ANSWERS[answer],
    ...(answer === "perhaps" ? why.map((each) => `  ${printable(each)}`) : []),
  ].join("\n");

/** What is left to do once the policy is gone. */
export function nextSteps({ thing: { kind, id }, account, region, file = "" }: Outcome): string {
  const command = kind.putBack({ id, account, region, file: wordInShell(file) });
  return [
    `The policy of the ${kind.noun} ${id} is removed. Whatever else it allowed or denied is gone, too. Next:`,
    `  1. In ${file}, take out what locked everybody, and keep the rest.`,
    "  2. Put it back, with a role of the account and no root session:",
    ...command.map((line) => `     ${line}`),
    "  3. Mend it where it comes from, or the next deployment locks it again.",
    "  4. Close the ticket: root-sessions lists what this session did.",
  ].join("\n");
}
