import type { z } from "zod";
import { knownParts } from "./blueprint";
import { baselineSchema, type Baseline } from "./schema/baseline";
import { fieldPath, NO_SUCH_SETTING, type Problem } from "./report/problem";

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: "be a string",
  number: "be a number",
  int: "be a whole number",
  boolean: "be true or false",
  array: "be a list",
  object: "be an object",
  record: "be an object",
};

const listed = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(", ");

/** Rule text for what zod finds by itself; messages written in the schema are rules already and come first. */
function ruleOf(issue: RawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return KINDS[issue.expected] ?? `be a ${issue.expected}`;
    case "invalid_value":
      return issue.values.length === 1 ? `be ${listed(issue.values)}` : `be one of ${listed(issue.values)}`;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? `be one of ${listed(issue.options)}`
        : "have one of the documented forms";
    case "too_small":
      return `be at least ${issue.minimum}${issue.origin === "string" ? " characters long" : ""}`;
    case "too_big":
      return `be at most ${issue.maximum}${issue.origin === "string" ? " characters long" : ""}`;
    default:
      return "have the documented form";
  }
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    input,
  );

/** An issue of zod as problems: an unknown key, or a key of the wrong form, is a problem at its own path. */
function problemsOf(issue: Issue, input: unknown): readonly Problem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      where: fieldPath([...issue.path, key]),
      rule: NO_SUCH_SETTING,
      got: valueAt(input, [...issue.path, key]),
    }));
  if (issue.code === "invalid_key")
    return issue.issues.map((inner) => ({
      where: fieldPath(issue.path),
      rule: inner.message,
      got: issue.path.at(-1),
    }));
  return [{ where: fieldPath(issue.path), rule: issue.message, got: valueAt(input, issue.path) }];
}

/**
 * Checks the shape of a configuration: types, allowed values, unknown keys. Defaults are filled in. Where there are
 * problems, the configuration holds the top-level fields whose shape is right, and the others are unknown.
 */
export function checkShape(input: unknown): { readonly baseline: Baseline; readonly problems: readonly Problem[] } {
  const result = baselineSchema.safeParse(input, { error: ruleOf });
  if (result.success) return { baseline: result.data, problems: [] };
  const fields = Object.entries(baselineSchema.shape).flatMap(([name, field]) => {
    const parsed = field.safeParse(valueAt(input, [name]));
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return {
    baseline: knownParts(Object.fromEntries(fields)),
    problems: result.error.issues.flatMap((issue) => problemsOf(issue, input)),
  };
}
