import type { RegexTerm } from "./ast";
import type { Cursor } from "./cursor";
import { FILTER_PATTERN_MAX_REGEXES } from "./quotas";

const ESCAPE = String.raw`\\(?:x[0-9A-Fa-f]{2}|[dDsSwW]|[:_#=@/;,\-^$?[\]{}|\\*+.])`;
const CLASS = String.raw`\[(?!\^\])\^?(?:${ESCAPE}|[A-Za-z0-9:_#=@/;,\-^$?{}|*+.])+\]`;
const REPEAT = String.raw`\{\d+(?:,\d*)?\}`;
const CHARACTER = String.raw`[A-Za-z0-9:_#=@/;,\-^$?|*+.]`;
const PIECE = new RegExp([ESCAPE, CLASS, REPEAT, CHARACTER].join("|"), "y");

const compiles = (source: string): boolean => {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
};

/**
 * Reads `%^AccessDenied|Unauthorized%`: letters, digits, the symbols `: _ # = @ / ; , -` and the operators
 * `^ $ ? [ ] { } | \ * + .`; no parentheses, no space. What passes means the same in JavaScript.
 * Source: CloudWatch Logs user guide, "Supported regular expressions (regex) syntax".
 */
export const parseRegex = (cursor: Cursor): RegexTerm => {
  const start = cursor.column;
  if (!cursor.take("%")) cursor.fail('"%"');
  cursor.regexes += 1;
  if (cursor.regexes > FILTER_PATTERN_MAX_REGEXES)
    cursor.fail(`a quoted string, after at most ${FILTER_PATTERN_MAX_REGEXES} regular expressions`, start);
  let source = "";
  while (!cursor.take("%"))
    source += cursor.takeMatch(PIECE) ?? cursor.fail('"%" or what AWS allows in a regular expression');
  if (source === "" || !compiles(source)) cursor.fail("a valid regular expression", start);
  return { kind: "regex", source };
};
