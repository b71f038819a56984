import { refuse } from "../refuse";
import type { FieldGoal, Matcher } from "./ast";
import { EVENT_PATTERN_MAX_COMPLEXITY } from "./quotas";
import { isSimplerThan } from "./wildcard-complexity";

const TEXTS: ReadonlySet<Matcher["kind"]> = new Set(["prefix", "suffix", "wildcard", "equals-ignore-case"]);

const isNumber = (matcher: Matcher): boolean =>
  matcher.kind === "numeric" || (matcher.kind === "equals" && typeof matcher.value === "number");

/** The wildcards of an entry, each as its pieces. */
const wildcardsOf = (matcher: Matcher): readonly (readonly string[])[] => {
  if (matcher.kind === "wildcard") return [matcher.pieces];
  return matcher.kind === "anything-but" ? matcher.matchers.flatMap(wildcardsOf) : [];
};

/** Verdicts by the wildcards of a field: rules of many Regions have the same. */
const verdicts = new Map<string, boolean>();

function areSimple(wildcards: readonly (readonly (readonly string[])[])[]): boolean {
  const key = JSON.stringify(wildcards);
  const verdict = verdicts.get(key) ?? isSimplerThan(EVENT_PATTERN_MAX_COMPLEXITY, wildcards);
  verdicts.set(key, verdict);
  return verdict;
}

const isRange = (matcher: Matcher): boolean =>
  matcher.kind === "numeric" && matcher.bounds.some(({ operator }) => operator !== "=");

const isText = (matcher: Matcher): boolean =>
  matcher.kind === "equals" ? typeof matcher.value === "string" : TEXTS.has(matcher.kind);

/** What a wildcard in the same field can upset: texts of which the matcher keeps several forms, or bytes turned round. */
const isUpset = (matcher: Matcher): boolean =>
  matcher.kind === "equals-ignore-case" ||
  ("ignoreCase" in matcher && (matcher.ignoreCase || (matcher.kind === "suffix" && /[^\0-\x7f]/.test(matcher.text))));

/**
 * Refuses what the matcher cannot tell apart in one field, all its places in the pattern taken together: numbers beside
 * addresses (the digits of an address pass for those of a number), wildcards beside letters in any case
 * (`*y` beside `ǆ` matches everything) or beside suffixes beyond ASCII, a range of numbers beside several texts (of `"x"`, `<= 0`, `"i"` the first never
 * matches), and wildcards that are too many or too much alike. Source: seen when asking github.com/aws/event-ruler
 * 2.1.0, 2026-11-25.
 */
export function checkField(path: string, goals: readonly FieldGoal[]): void {
  const matchers = goals.flatMap((goal) => goal.matchers);
  const all = matchers.flatMap((matcher): readonly Matcher[] =>
    matcher.kind === "anything-but" ? matcher.matchers : [matcher],
  );
  const has = (is: (matcher: Matcher) => boolean): boolean => all.some(is);
  if (has(({ kind }) => kind === "address") && has(isNumber))
    refuse(path, "list either addresses or numbers (EventBridge confuses them)", "both");
  if (has(({ kind }) => kind === "wildcard") && has(isUpset))
    refuse(path, "use no wildcard beside other cases or suffixes beyond ASCII (EventBridge confuses them)", "both");
  if (has(isRange) && all.filter(isText).length > 1)
    refuse(path, "have at most one text beside a range of numbers (EventBridge loses others)", "more");
  const wildcards = matchers.map(wildcardsOf).filter((each) => each.length > 0);
  if (!areSimple(wildcards))
    refuse(path, "have fewer wildcards, or fewer that begin alike (EventBridge finds them too complex)", wildcards);
}
