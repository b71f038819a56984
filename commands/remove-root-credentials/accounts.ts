import type { ListedAccount } from "../../organization/tree/accounts";
import { Mistake, mistakeText } from "../contract/mistake";

/** Every problem in one report. */
function refuseAny(problems: readonly string[]): void {
  if (problems.length > 0) throw new Mistake(problems.join("\n"));
}

/** Refuses what can be no list of member accounts, before AWS is asked for anything. */
export function checkNamed(named: readonly string[], managementAccount: string): void {
  const problems = [...new Set(named)].flatMap((account) => {
    if (!/^\d{12}$/.test(account)) return [mistakeText("an account", "be an id of 12 digits", account)];
    if (account === managementAccount)
      return [mistakeText("an account", "be a member: the management account keeps its root credentials", account)];
    const isTwice = named.filter((other) => other === account).length > 1;
    return isTwice ? [mistakeText("an account", "be named once", account)] : [];
  });
  refuseAny(problems);
}

/**
 * The accounts that were named, or all members. Throws a Mistake for one that is not in the organization, and for one
 * that central root access does not reach.
 */
export function chosenAccounts(
  all: readonly ListedAccount[],
  named: readonly string[],
  managementAccount: string,
): readonly ListedAccount[] {
  if (named.length === 0) return all.filter(({ id }) => id !== managementAccount);
  const chosen = named.map((id) => [id, all.find((account) => account.id === id)] as const);
  const problems = chosen.flatMap(([id, account]) => {
    if (account === undefined) return [mistakeText("an account", "belong to the organization", id)];
    const { name, status } = account;
    return status === "ACTIVE"
      ? []
      : [mistakeText("an account", "be ACTIVE: central root access reaches no other", `${id} ${name}: ${status}`)];
  });
  refuseAny(problems);
  return chosen.flatMap(([, account]) => account ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
}
