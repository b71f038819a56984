import { isLookedAt, type AuditRow, type LookedAt } from "../audit-record";
import { credentialsOf } from "./credentials";
import type { AccountRemoval } from "./record";
import { recentUses } from "./uses";

/** Why an account is left alone as a whole, by what its root user holds; null where it is not. */
export function whyUntouched(row: AuditRow, evenIfUsed: boolean): string | null {
  if (!isLookedAt(row)) return row.notLookedAt;
  const uses = evenIfUsed ? [] : recentUses(row);
  return uses.length === 0 ? null : `${uses.join(", ")}: --even-if-used removes it all the same`;
}

/** What is to become of an account, by what was found of it. */
export const planned = (row: AuditRow, evenIfUsed: boolean): AccountRemoval => ({
  ...{ id: row.id, name: row.name, session: null, before: row },
  ...{ untouched: whyUntouched(row, evenIfUsed), removals: [], after: null },
});

/** An account in which something is to be removed. */
export type ToRemove = AccountRemoval & { readonly before: LookedAt };

export const isToRemove = (account: AccountRemoval): account is ToRemove =>
  account.untouched === null && isLookedAt(account.before) && credentialsOf(account.before).length > 0;
