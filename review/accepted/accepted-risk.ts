import { z } from "zod";
import { fieldPath, NO_SUCH_SETTING, problemText, type Problem } from "../../config/report/problem";
import { KeyTwice, strictJson } from "../../proofs/policy";
import { Refusal, Refusals } from "../../terraform/refusal";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether there is such a day: what comes after the last one of a month is read as a day of the next. */
function isDay(text: string): boolean {
  const time = DATE.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const words = z.string("be a text").trim().min(1, "be a text");

const A_DATE = "be a date such as 2026-12-31";
const A_FINGERPRINT =
  "be the 32 signs that the review prints behind the place: an entry accepts one finding as it is, not whatever its rule finds there";

/** `ids`: the rules that there are. */
const riskOf = (ids: readonly string[]) =>
  z.strictObject(
    {
      /** Id of the rule. */
      rule: words.refine((rule) => ids.includes(rule), `be one of ${ids.join(", ")}`),
      /** The place of the finding, as the review prints it. */
      place: words,
      /** The fingerprint of the finding, as the review prints it: 32 hexadecimal digits. */
      fingerprint: z.string(A_FINGERPRINT).regex(/^[0-9a-f]{32}$/, A_FINGERPRINT),
      /** Why it is accepted. */
      reason: words,
      /** Who accepts it. */
      author: words,
      /** The last day on which it is accepted, in UTC: `2026-12-31`. */
      until: z.string(A_DATE).refine(isDay, A_DATE),
    },
    "be an object",
  );

const fileOf = (ids: readonly string[]) =>
  z.strictObject(
    { version: z.literal(1, "be 1"), accepted: z.array(riskOf(ids), "be a list") },
    "be an object with version and accepted",
  );

/** A finding that somebody answers for, until a day. */
export type AcceptedRisk = z.infer<ReturnType<typeof riskOf>>;

function problemsOf(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      where: fieldPath([...issue.path, key]),
      rule: NO_SUCH_SETTING,
      got: issue.input?.[key],
    }));
  return [{ where: fieldPath(issue.path) || "the file", rule: issue.message, got: issue.input }];
}

/** Entries that name a finding which an entry before them names: which of the two holds, nobody could say. */
function twice(json: unknown): readonly Problem[] {
  const accepted = (json as { readonly accepted?: unknown } | null)?.accepted;
  const names = (Array.isArray(accepted) ? (accepted as readonly unknown[]) : []).map((each) => {
    const { rule, place, fingerprint } = (each ?? {}) as Readonly<Record<string, unknown>>;
    return [rule, place, fingerprint].every((part) => typeof part === "string")
      ? [rule, place, fingerprint].map((part) => String(part).trim()).join(" ")
      : undefined;
  });
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index
      ? []
      : [{ where: fieldPath(["accepted", index]), rule: "name a finding that no other entry names", got: name }],
  );
}

/** Reads a file of accepted risks. `ids`: the rules that there are. Throws one report of every mistake in it. */
export function acceptedRisks(text: string, where: string, ids: readonly string[]): readonly AcceptedRisk[] {
  let json: unknown;
  try {
    json = strictJson(text, where);
  } catch (error) {
    if (error instanceof KeyTwice) throw new Refusals(where, [error.message]);
    throw new Refusal(where, "be JSON", `${text.slice(0, 40)}…`);
  }
  const read = fileOf(ids).safeParse(json, { reportInput: true });
  const problems = [...(read.error?.issues ?? []).flatMap(problemsOf), ...twice(json)];
  if (!read.success || problems.length > 0) throw new Refusals(where, problems.map(problemText));
  return read.data.accepted;
}
