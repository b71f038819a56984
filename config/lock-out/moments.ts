import { parseMoment, type Statement } from "../../proofs/policy";

const TIME_KEYS = ["aws:currenttime", "aws:epochtime"];

/** Whether the key tells when the call is made: every call carries it. */
export const isTimeKey = (key: string): boolean => TIME_KEYS.includes(key);

const SECOND = 1_000;

/** Later than any date that a policy means. */
const NEVER_ENDS = "9999-12-31T00:00:00Z";

const text = (moment: number): string => new Date(moment).toISOString();

/**
 * The moments that matter to a statement about time: now, just before and after each date that it names and that is to
 * come, and after all of them, which is the last.
 */
export function momentsOf({ conditions }: Statement, now = Date.now()): readonly string[] {
  const named = conditions
    .filter(({ key }) => isTimeKey(key))
    .flatMap(({ values }) => values.flatMap((value) => parseMoment(value) ?? []));
  const around = named.flatMap((date) => [date - SECOND, date, date + SECOND]).filter((moment) => moment > now);
  return [...[now, ...around].sort((a, b) => a - b).map(text), NEVER_ENDS];
}
