import type { LookedAt } from "../audit-record";

/** Days for which a credential counts as in use: ours, as a job that runs every quarter is seen once in them. */
export const RECENT_DAYS = 90;

const DAY_MS = 86_400_000;

/** What of an account's root user was used lately, each as a sentence. Null is no use: AWS knows of none. */
export function recentUses({ password, accessKeys, lastActivity }: LookedAt, now = new Date()): readonly string[] {
  const isRecent = (time: string | null): time is string =>
    time !== null && now.getTime() - Date.parse(time) < RECENT_DAYS * DAY_MS;
  const keys = accessKeys.flatMap(({ id, lastUsed }) =>
    isRecent(lastUsed) ? [{ lastUsed, says: `key ${id ?? "without id"} was used on ${lastUsed.slice(0, 10)}` }] : [],
  );
  // The last activity is that of the password or of a key. Where it is a key's, the key tells of it.
  const isOfKey = keys.some(({ lastUsed }) => lastUsed === lastActivity);
  const ofPassword =
    password && isRecent(lastActivity) && !isOfKey ? [`the password was used on ${lastActivity.slice(0, 10)}`] : [];
  return [...ofPassword, ...keys.map(({ says }) => says)];
}
