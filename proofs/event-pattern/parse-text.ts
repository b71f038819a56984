import type { ValueMatcher } from "./ast";
import { refuse } from "./error";

/** Whether a value is an object with names, not an array. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const parseText = (value: unknown, where: string): string =>
  typeof value === "string" ? value : refuse(where, "be text", value);

/** The name and operand of an object that holds exactly one comparison. */
export const soleEntry = (value: unknown, where: string): readonly [string, unknown] => {
  const [entry, ...more] = isObject(value) ? Object.entries(value) : [];
  return entry && more.length === 0
    ? entry
    : refuse(where, "be text, a number, true, false, null or an object with one operator", value);
};

/** Reads the operand of `prefix` or `suffix`: text, or `{ "equals-ignore-case": text }`. */
export const parseAffix = (kind: "prefix" | "suffix", value: unknown, where: string): ValueMatcher => {
  if (!isObject(value)) return { kind, text: parseText(value, where), ignoreCase: false };
  const [name, operand] = soleEntry(value, where);
  if (name !== "equals-ignore-case") refuse(where, "be text or use equals-ignore-case", name);
  return { kind, text: parseText(operand, `${where}.${name}`), ignoreCase: true };
};
