import { refuse } from "../refuse";
import { principalKeys, type Call, type ContextValue } from "./call";
import { conditionKey, type Context } from "./condition-keys";
import { isValueOf, parseDate } from "./values";

/**
 * Gathers what the policies can see of a call: what the caller determines, the time, and what the call adds.
 *
 * @throws where a key is unknown, already determined by the caller, holds a list although AWS documents one value, or
 * holds a value that is not of its type
 */
export function contextOf(call: Call): Context {
  const context = new Map<string, readonly string[]>();
  const given = [...Object.entries(determined(call)), ...Object.entries(call.context ?? {})];
  for (const [name, value] of given) {
    const where = `context ${name}`;
    const key = conditionKey(name);
    if (key === undefined)
      return refuse(where, "be a known condition key (proofs/policy/condition-keys.ts lists them)", name);
    if (context.has(key.name))
      refuse(where, "be given once; the caller, resourceAccount and at determine theirs", value);
    if (Array.isArray(value) && !key.multivalued) refuse(where, "hold one value, as AWS documents for this key", value);
    const values = valuesOf(value);
    const wrong = values.find((text) => !isValueOf(key.type, text));
    if (wrong !== undefined) refuse(where, `hold a value of type ${key.type}`, wrong);
    if (values.length > 0) context.set(key.name, values);
  }
  return withBothTimes(context);
}

/** The time under both its keys, where one of them is given. */
function withBothTimes(context: ReadonlyMap<string, readonly string[]>): Context {
  const [current] = context.get("aws:currenttime") ?? [];
  const [epoch] = context.get("aws:epochtime") ?? [];
  const given = current === undefined ? epoch : current;
  const moment = given === undefined ? undefined : parseDate(given);
  if (moment === undefined) return context;
  const keys = { "aws:currenttime": new Date(moment).toISOString(), "aws:epochtime": secondsOf(moment) };
  return new Map([...Object.entries(keys).map(([key, value]) => [key, [value]] as const), ...context]);
}

const secondsOf = (moment: number): string => String(Math.floor(moment / 1000));

const valuesOf = (value: ContextValue): readonly string[] =>
  typeof value === "object" ? value.map(String) : [String(value)];

const determined = (call: Call): Readonly<Record<string, string>> => ({
  ...principalKeys(call.principal),
  ...(call.resourceAccount === undefined ? {} : { "aws:ResourceAccount": call.resourceAccount }),
  ...(call.at === undefined ? {} : timeKeys(call.at)),
});

function timeKeys(at: string): Readonly<Record<string, string>> {
  const time = at.includes("T") ? parseDate(at) : undefined;
  if (time === undefined) return refuse("at", "be an ISO 8601 time such as 2026-01-31T12:00:00Z", at);
  return { "aws:CurrentTime": at, "aws:EpochTime": secondsOf(time) };
}
