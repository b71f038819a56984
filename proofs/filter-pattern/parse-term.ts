import type { NumberTerm, RegexTerm, Term, TextTerm } from "./ast";
import type { Cursor } from "./cursor";
import { FILTER_PATTERN_MAX_REGEXES } from "./quotas";
import { isRegex, REGEX_PIECE } from "./regex";

/** Source: CloudWatch Logs user guide, "Numeric comparisons": signed integer or decimal, then maybe `e` and an exponent. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** What may stand without quotes: `ConsoleLogin`, `iam.amazonaws.com`, `123.123.*`, as in AWS's own examples. */
const UNQUOTED = /^[A-Za-z0-9_.*]+$/;

const WORD = /[^\s(){}&|"%]+/y;

/**
 * An asterisk inside a text is refused: the 2019 user guide calls it a plain character, later ones say nothing, and
 * nobody who writes one means a plain character.
 */
const text = (cursor: Cursor, value: string, column: number): TextTerm => {
  const inner = value.indexOf("*", 1);
  if (inner > 0 && inner < value.length - 1)
    cursor.fail("text with asterisks only at its ends (or a %regular expression%)", column + inner);
  return { kind: "text", text: value };
};

/** A quoted text ends at the next quote: AWS documents no escape, so a backslash before a quote is refused. */
const quoted = (cursor: Cursor): TextTerm => {
  cursor.take('"');
  const start = cursor.column;
  const value = cursor.takeMatch(/[^"]*/y) ?? "";
  if (cursor.done) cursor.fail("a closing quote");
  if (value.endsWith("\\")) cursor.fail("text that does not end in a backslash", cursor.column - 1);
  cursor.take('"');
  return text(cursor, value, start);
};

const unquoted = (cursor: Cursor): Term => {
  const start = cursor.column;
  const word = cursor.takeMatch(WORD) ?? cursor.fail("text, a number or a %regular expression%");
  if (NUMBER.test(word)) return { kind: "number", text: word };
  if (!UNQUOTED.test(word)) cursor.fail("a number or quoted text (only letters, digits, _ . and * go unquoted)", start);
  return text(cursor, word, start);
};

/** Reads `%^AccessDenied|Unauthorized%`. */
const parseRegex = (cursor: Cursor): RegexTerm => {
  const start = cursor.column;
  if (!cursor.take("%")) cursor.fail('"%"');
  cursor.regexes += 1;
  if (cursor.regexes > FILTER_PATTERN_MAX_REGEXES)
    cursor.fail(`a quoted string, after at most ${FILTER_PATTERN_MAX_REGEXES} regular expressions`, start);
  let source = "";
  while (!cursor.take("%"))
    source += cursor.takeMatch(REGEX_PIECE) ?? cursor.fail('"%" or what AWS allows in a regular expression');
  if (!isRegex(source)) cursor.fail("a valid regular expression", start);
  return { kind: "regex", source };
};

/** Reads what `=` and `!=` compare with. */
export const parseTerm = (cursor: Cursor): Term => {
  if (cursor.startsWith('"')) return quoted(cursor);
  return cursor.startsWith("%") ? parseRegex(cursor) : unquoted(cursor);
};

/** Reads what `<`, `<=`, `>` and `>=` compare with. */
export const parseNumber = (cursor: Cursor): NumberTerm => {
  const start = cursor.column;
  const word = cursor.takeMatch(WORD) ?? "";
  return NUMBER.test(word) ? { kind: "number", text: word } : cursor.fail("a number", start);
};
