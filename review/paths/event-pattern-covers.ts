import { canonical } from "../model/thing";
import { globCovers } from "../policy/glob";

type Pattern = Readonly<Record<string, unknown>>;

const isPattern = (value: unknown): value is Pattern =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Both patterns at once; undefined where they say different things of one field. */
function merged(one: Pattern, other: Pattern): Pattern | undefined {
  const both: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const own = both[key];
    const inner = isPattern(own) && isPattern(value) ? merged(own, value) : own === undefined ? value : undefined;
    if (inner === undefined) return undefined;
    both[key] = inner;
  }
  return both;
}

/** Every alternative of `$or`, taken out, however deep it lies; undefined where one cannot be. */
function alternatives(pattern: Pattern): readonly Pattern[] | undefined {
  const { $or: or, ...rest } = pattern;
  let found: readonly Pattern[] = [{}];
  for (const [key, value] of Object.entries(rest)) {
    const inner = isPattern(value) ? alternatives(value) : [value];
    if (inner === undefined) return undefined;
    found = found.flatMap((each) => inner.map((one) => ({ ...each, [key]: one })));
  }
  if (or === undefined) return found;
  if (!Array.isArray(or) || !or.every(isPattern)) return undefined;
  const choices: Pattern[] = [];
  for (const each of found)
    for (const choice of or as readonly Pattern[]) {
      const both = merged(each, choice);
      const all = both && alternatives(both);
      if (all === undefined) return undefined;
      choices.push(...all);
    }
  return choices;
}

const keyed = (matcher: unknown, key: string): unknown => (isPattern(matcher) ? matcher[key] : undefined);

function matcherCovers(wide: unknown, narrow: unknown): boolean {
  if (canonical(wide) === canonical(narrow)) return true;
  if (keyed(wide, "exists") === true) return !isPattern(narrow) || "prefix" in narrow || "wildcard" in narrow;
  if (typeof narrow !== "string") return false;
  const [prefix, suffix, wildcard] = ["prefix", "suffix", "wildcard"].map((key) => keyed(wide, key));
  if (typeof prefix === "string") return narrow.startsWith(prefix);
  if (typeof suffix === "string") return narrow.endsWith(suffix);
  return (
    typeof wildcard === "string" && !/[*?\\]/.test(narrow) && !/[?\\]/.test(wildcard) && globCovers(wildcard, narrow)
  );
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** Whether each field that the wide one asks for is asked for by the narrow one, with no more values. */
const plainCovers = (wide: Pattern, narrow: Pattern): boolean =>
  Object.entries(wide).every(([key, asked]) => {
    const given = narrow[key];
    if (isPattern(asked)) return isPattern(given) && plainCovers(asked, given);
    return (
      list(given).length > 0 && list(given).every((value) => list(asked).some((each) => matcherCovers(each, value)))
    );
  });

/** Whether an event pattern matches whatever another does. Never true by mistake; false where in doubt. */
export function eventPatternCovers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  try {
    const [young, old] = [wide, narrow].map((text) => alternatives(JSON.parse(text) as Pattern));
    if (young === undefined || old === undefined) return false;
    return old.every((each) => young.some((other) => plainCovers(other, each)));
  } catch {
    return false;
  }
}
