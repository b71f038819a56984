import type { AllOf, AnyOf, FilterPattern } from "./ast";
import { Cursor } from "./cursor";
import { parseTest } from "./parse-test";
import { FILTER_PATTERN_MAX_CHARACTERS } from "./quotas";

/** Reads one part, or several with the same joint between them. */
const parseChain = (
  cursor: Cursor,
  kind: AllOf["kind"] | AnyOf["kind"],
  joint: string,
  parsePart: (cursor: Cursor) => FilterPattern,
): FilterPattern => {
  const first = parsePart(cursor);
  const others: FilterPattern[] = [];
  cursor.skipSpace();
  while (cursor.take(joint)) {
    others.push(parsePart(cursor));
    cursor.skipSpace();
  }
  const [second, ...more] = others;
  return second === undefined ? first : { kind, parts: [first, second, ...more] };
};

const parsePart = (cursor: Cursor): FilterPattern => {
  cursor.skipSpace();
  if (!cursor.take("(")) return parseTest(cursor);
  const inside = parseAny(cursor);
  cursor.expect(")", '"&&", "||" or ")"');
  return inside;
};

/** `&&` binds stronger than `||`. Source: CloudWatch Logs user guide, "JSON compound conditions": `() > && > ||`. */
const parseAll = (cursor: Cursor): FilterPattern => parseChain(cursor, "all", "&&", parsePart);
const parseAny = (cursor: Cursor): FilterPattern => parseChain(cursor, "any", "||", parseAll);

/**
 * Reads a JSON metric filter pattern, `{ … }`.
 *
 * @throws FilterPatternError with the column, where CloudWatch Logs would refuse the pattern or AWS does not say what
 * it means. Patterns for plain text and for space-delimited lines are refused: CloudTrail writes JSON.
 */
export const parseFilterPattern = (text: string): FilterPattern => {
  const cursor = new Cursor(text);
  if (text.length > FILTER_PATTERN_MAX_CHARACTERS)
    cursor.fail(`the end (${FILTER_PATTERN_MAX_CHARACTERS} characters at most)`, FILTER_PATTERN_MAX_CHARACTERS + 1);
  cursor.expect("{", '"{"');
  const pattern = parseAny(cursor);
  cursor.expect("}", '"&&", "||" or "}"');
  cursor.skipSpace();
  return cursor.done ? pattern : cursor.fail("the end");
};
