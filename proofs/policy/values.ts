import { parseNetwork } from "../ip";
import { splitArn } from "./arn";
import type { KeyType } from "./condition-keys";

/** `true` or `false` in any case, or undefined. */
export function parseBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" || lower === "false" ? lower === "true" : undefined;
}

/** A whole or decimal number, or undefined. */
export const parseNumber = (text: string): number | undefined =>
  /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;

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

const CHECKS: Readonly<Record<KeyType, (text: string) => boolean>> = {
  String: () => true,
  ARN: (text) => splitArn(text) !== undefined,
  Bool: (text) => parseBool(text) !== undefined,
  Numeric: (text) => parseNumber(text) !== undefined,
  Date: (text) => parseDate(text) !== undefined,
  Epoch: (text) => /^\d+$/.test(text),
  IPAddress: (text) => !text.includes("/") && parseNetwork(text) !== undefined,
};

/** Whether a request may carry this text under a key of the type. */
export const isValueOf = (type: KeyType, text: string): boolean => CHECKS[type](text);
