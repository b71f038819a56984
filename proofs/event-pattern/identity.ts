import type { Matcher } from "./ast";

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/**
 * What the matcher knows an entry by: two entries with one identity are the same to it. A number is known by its value
 * whether it stands alone or behind `=`. Source: github.com/aws/event-ruler 2.1.0, Patterns.java, AnythingBut.java.
 */
export function identitiesOf(matcher: Matcher): readonly string[] {
  switch (matcher.kind) {
    case "numeric": {
      const [{ operator, value } = { operator: undefined, value: undefined }, ...more] = matcher.bounds;
      return operator === "=" && more.length === 0
        ? identitiesOf({ kind: "equals", value })
        : [JSON.stringify(matcher.bounds)];
    }
    case "anything-but":
      return [`anything-but ${unique(matcher.matchers.flatMap(identitiesOf)).join()}`];
    default:
      return [JSON.stringify(matcher)];
  }
}
