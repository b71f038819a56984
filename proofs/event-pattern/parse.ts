import { isObject } from "../json";
import { refuse } from "../refuse";
import type { ChoiceGoal, EventPattern, FieldGoal } from "./ast";
import { matcherNames, parseMatcher } from "./parse-matcher";

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
  const alternatives = value.map((each: unknown, index) => ({
    goals: parseObject(each, { path: place.path, where: `${where}[${index}]`, insideOr: true }),
  }));
  return { kind: "or", alternatives };
};

/** Names that EventBridge reads differently than they look. Source: github.com/aws/event-ruler, README, read 2026-11-22. */
const refuseAmbiguousName = (name: string, { where, insideOr }: Place): void => {
  if (name.includes(".")) refuse(where, "have names without dots (EventBridge joins names with dots)", name);
  if (insideOr && matcherNames.includes(name)) refuse(where, "name a field, not an operator", name);
};

const parseEntry = (name: string, value: unknown, parent: Place): EventPattern["goals"] => {
  if (name === "$or") return [parseChoice(value, parent)];
  const place = step(parent, name);
  refuseAmbiguousName(name, place);
  if (!Array.isArray(value)) return parseObject(value, place);
  if (value.length === 0) refuse(place.where, "list at least one value", value);
  const matchers = value.map((each: unknown, index) => parseMatcher(each, `${place.where}[${index}]`));
  return [{ kind: "field", path: place.path, matchers } satisfies FieldGoal];
};

const parseObject = (value: unknown, place: Place): EventPattern["goals"] => {
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
 * Refuses a field that is tested inside a `$or` and also beside it: EventBridge's matcher keeps only one of the two
 * (github.com/aws/event-ruler, JsonRuleCompiler.java: the later one replaces the earlier), which nobody means.
 *
 * @returns every path that the pattern tests.
 */
const refuseOverlaps = (pattern: EventPattern): ReadonlySet<string> => {
  const tested = new Set<string>();
  for (const goal of pattern.goals) {
    const paths =
      goal.kind === "field" ? [goal.path] : new Set(goal.alternatives.flatMap((each) => [...refuseOverlaps(each)]));
    for (const path of paths) {
      if (tested.has(path)) refuse(path, "be tested either inside $or or beside it", "both");
      tested.add(path);
    }
  }
  return tested;
};

/**
 * Reads an EventBridge event pattern from its JSON value.
 *
 * @throws Refusal with the path, where EventBridge would refuse the pattern or its meaning is not documented.
 */
export const parseEventPattern = (json: unknown): EventPattern => {
  const pattern = { goals: parseObject(json, { path: "", where: "", insideOr: false }) };
  refuseOverlaps(pattern);
  return pattern;
};
