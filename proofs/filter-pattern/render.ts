import type { FilterPattern, Selector, Term, Test } from "./ast";
import { Cursor } from "./cursor";
import { parseTerm } from "./parse-term";
import { parseSelector } from "./parse-test";

/** Nothing may break out of its place: what is written must read back to its end, and as what was meant. */
const refuseUnlessRead = (cursor: Cursor, asMeant: boolean): void => {
  if (!cursor.done || !asMeant) cursor.fail("something that a filter pattern can say");
};

const renderSelector = (selector: Selector): string => {
  const written = `$${selector.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("")}`;
  const cursor = new Cursor(written);
  refuseUnlessRead(cursor, parseSelector(cursor).length === selector.length);
  return written;
};

const write = (term: Term): string => {
  if (term.kind === "regex") return `%${term.source}%`;
  return term.kind === "number" ? term.text : `"${term.text}"`;
};

const renderTerm = (term: Term): string => {
  const written = write(term);
  const cursor = new Cursor(written);
  refuseUnlessRead(cursor, parseTerm(cursor).kind === term.kind);
  return written;
};

const renderTest = (test: Test): string => {
  const selector = renderSelector(test.selector);
  if (test.kind === "absence") return `${selector} NOT EXISTS`;
  if (test.kind === "state") return `${selector} IS ${test.state}`;
  return `${selector} ${test.operator} ${renderTerm(test.term)}`;
};

const JOINTS = { all: " && ", any: " || " };

const isCombined = (pattern: FilterPattern): boolean => pattern.kind === "all" || pattern.kind === "any";

const render = (pattern: FilterPattern): string => {
  if (pattern.kind !== "all" && pattern.kind !== "any") return renderTest(pattern);
  return pattern.parts
    .map((part) => (isCombined(part) ? `(${render(part)})` : render(part)))
    .join(JOINTS[pattern.kind]);
};

/**
 * Writes a pattern so that parsing gives the same tree again. Text is always quoted.
 *
 * @throws FilterPatternError for a name, text, number or regular expression that the language cannot say.
 */
export const renderFilterPattern = (pattern: FilterPattern): string => `{ ${render(pattern)} }`;
