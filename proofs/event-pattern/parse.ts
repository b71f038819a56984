import { isObject } from "../json";
import { refuse } from "../refuse";
import type { ChoiceGoal, EventPattern, FieldGoal, Goals } from "./ast";
import { combinationsOf } from "./combinations";
import { parseMatcher } from "./parse-matcher";

/** Where the reader is: `path` in the event, `where` in the pattern (they differ inside `$or`). */
interface Place {
  readonly path: string;
  readonly where: string;
  readonly insideOr: boolean;
}

const ROOT = "the event pattern";

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

const step = (place: Place, name: string): Place => ({
  ...place,
  path: join(place.path, name),
  where: join(place.where, name),
});

const parseChoice = (value: unknown, place: Place): ChoiceGoal => {
  const where = join(place.where, "$or");
  if (!Array.isArray(value) || value.length < 2) return refuse(where, "list at least two patterns", value);
  const alternatives = value.map((each: unknown, index) =>
    parseObject(each, { path: place.path, where: `${where}[${index}]`, insideOr: true }),
  );
  return { kind: "or", alternatives };
};

/**
 * What no field inside an `$or` may be called: EventBridge's operators, and those that it keeps for later.
 * Source: github.com/aws/event-ruler 2.1.0, Constants.java; read 2026-11-25.
 */
const RESERVED: ReadonlySet<string> = new Set([
  ...["exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr"],
  ...["=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case"],
  ...["date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range"],
  ...["ip-address-in-range", "ip-address-not-in-range"],
]);

/** Names that EventBridge reads differently than they look. Source: github.com/aws/event-ruler, README, read 2026-11-22. */
const refuseAmbiguousName = (name: string, { where, insideOr }: Place): void => {
  if (name === "") refuse(where, "have names of at least one character (EventBridge would skip an empty one)", name);
  if (name.includes(".")) refuse(where, "have names without dots (EventBridge joins names with dots)", name);
  if (insideOr && RESERVED.has(name)) refuse(where, "name a field, not an operator", name);
};

const parseEntry = (name: string, value: unknown, parent: Place): Goals => {
  if (name === "$or") return [parseChoice(value, parent)];
  const place = step(parent, name);
  refuseAmbiguousName(name, place);
  if (!Array.isArray(value)) return parseObject(value, place);
  if (value.length === 0) refuse(place.where, "list at least one value", value);
  const matchers = value.map((each: unknown, index) => parseMatcher(each, `${place.where}[${index}]`));
  return [{ kind: "field", path: place.path, matchers } satisfies FieldGoal];
};

const parseObject = (value: unknown, place: Place): Goals => {
  const entries = isObject(value) ? Object.entries(value) : [];
  if (entries.length === 0)
    refuse(
      place.where || ROOT,
      place.path === "" ? "be an object with at least one field" : "be an array or a non-empty object",
      value,
    );
  return entries.flatMap(([name, each]) => parseEntry(name, each, place));
};

/**
 * Reads an EventBridge event pattern from its JSON value.
 *
 * @throws Refusal with the path, where EventBridge would refuse the pattern, or where its matcher does something else
 * than its documentation says
 */
export const parseEventPattern = (json: unknown): EventPattern => ({
  combinations: combinationsOf(parseObject(json, { path: "", where: "", insideOr: false }), ROOT),
});
