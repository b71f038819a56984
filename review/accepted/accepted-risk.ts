import { z } from "zod";
import { KeyTwice, strictJson } from "../../proofs/policy";
import { Refusal, Refusals } from "../../terraform/refusal";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether there is such a day: what comes after the last one of a month is read as a day of the next. */
function isDay(text: string): boolean {
  const time = DATE.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const words = z.string().trim().min(1, "be a text");

const risk = z.strictObject({
  /** Id of the rule. */
  rule: words,
  /** The place of the finding, as the review prints it. */
  place: words,
  /** Why it is accepted. */
  reason: words,
  /** Who accepts it. */
  author: words,
  /** The last day on which it is accepted, in UTC: `2026-12-31`. */
  until: z.string().refine(isDay, "be a date such as 2026-12-31"),
});

const file = z.strictObject({ version: z.literal(1, "be 1"), accepted: z.array(risk) });

/** A finding that somebody answers for, until a day. */
export type AcceptedRisk = z.infer<typeof risk>;

/** Reads a file of accepted risks. `ids`: the rules that there are. Throws a Refusal that says the first mistake. */
export function acceptedRisks(text: string, where: string, ids: readonly string[]): readonly AcceptedRisk[] {
  let json: unknown;
  try {
    json = strictJson(text, where);
  } catch (error) {
    if (error instanceof KeyTwice) throw new Refusals(where, [error.message]);
    throw new Refusal(where, "be JSON", `${text.slice(0, 40)}…`);
  }
  const read = file.safeParse(json);
  if (!read.success) {
    const [{ path, message } = { path: [], message: "be understood" }] = read.error.issues;
    const rule = message.startsWith("be ") ? message : `be understood (${message})`;
    throw new Refusal(`${where}: ${path.map(String).join(".") || "the file"}`, rule);
  }
  const { accepted } = read.data;
  const unknown = accepted.find(({ rule }) => !ids.includes(rule));
  if (unknown !== undefined) throw new Refusal(`${where}: rule`, `be one of ${ids.join(", ")}`, unknown.rule);
  const twice = accepted.find(
    (one, index) => accepted.findIndex((other) => other.rule === one.rule && other.place === one.place) !== index,
  );
  if (twice !== undefined)
    throw new Refusal(`${where}: accepted`, "name each rule and place once", `${twice.rule} ${twice.place}`);
  return accepted;
}
