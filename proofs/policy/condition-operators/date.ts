import { orderings, type Operators } from "./operator";

const ISO =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d))?)?$/;
const EPOCH_SECONDS = /^(\d{1,3}|\d{5,})$/;

/**
 * The milliseconds of a moment, or undefined: a W3C form of ISO 8601 (a time needs its zone) or seconds since 1970.
 * Four digits alone could be a year or an epoch second, so they are refused.
 */
export function parseDate(text: string): number | undefined {
  if (EPOCH_SECONDS.test(text)) return Number(text) * 1000;
  const [, year, month, day = "01"] = ISO.exec(text) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const calendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = calendar.getUTCMonth() === Number(month) - 1 && calendar.getUTCDate() === Number(day);
  return real ? Date.parse(text) : undefined;
}

/** Moments, without variables or wildcards. Source: IAM User Guide, Date condition operators. */
export const DATE: Operators = orderings("Date", parseDate);
