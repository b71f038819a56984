import type { EqualityTest, OrderTest, Selector, StateTest, Test } from "./ast";
import type { Cursor } from "./cursor";
import { parseNumber, parseTerm } from "./parse-term";

const INDEX = /(?:0|[1-9]\d*)(?=\])/y;
const NAME = /[A-Za-z0-9_-]+/y;

/**
 * Reads `$.users[0].id`. Names are letters, digits, `-` and `_`; array positions follow a property. Other forms
 * (`$["a"]`, `$.a[*]`, `$[0]`) are not documented and are refused.
 * Source: CloudWatch Logs user guide, filter and pattern syntax, "property selector".
 */
export const parseSelector = (cursor: Cursor): Selector => {
  if (!cursor.take("$")) cursor.fail('"(" or a selector such as $.eventName');
  if (!cursor.startsWith(".")) cursor.fail('"." and a property name');
  const steps: (string | number)[] = [];
  for (;;) {
    if (cursor.take(".")) {
      steps.push(cursor.takeMatch(NAME) ?? cursor.fail("a property name of letters, digits, - and _"));
    } else if (cursor.take("[")) {
      steps.push(Number(cursor.takeMatch(INDEX) ?? cursor.fail("an array position such as 0]")));
      cursor.take("]");
    } else {
      return steps;
    }
  }
};

const EQUALITIES: readonly EqualityTest["operator"][] = ["!=", "="];
const ORDERS: readonly OrderTest["operator"][] = ["<=", ">=", "<", ">"];
const STATES: readonly StateTest["state"][] = ["NULL", "TRUE", "FALSE"];

/** Moves past the first of the tokens that comes next. */
const takeOne = <T extends string>(cursor: Cursor, tokens: readonly T[]): T | undefined =>
  tokens.find((token) => cursor.take(token));

/** Keywords are upper case and end where a name would go on: `IS NULLABLE` is not `IS NULL`. */
const takeKeyword = <T extends string>(cursor: Cursor, keywords: readonly T[]): T | undefined => {
  cursor.skipSpace();
  return keywords.find((word) => cursor.takeMatch(new RegExp(`${word}(?![A-Za-z0-9_-])`, "y")) !== undefined);
};

/** Reads one test, such as `$.userIdentity.invokedBy NOT EXISTS`. `EXISTS` and `IS NOT` are not part of the language. */
export const parseTest = (cursor: Cursor): Test => {
  cursor.skipSpace();
  const selector = parseSelector(cursor);
  if (takeKeyword(cursor, ["IS"])) {
    const state = takeKeyword(cursor, STATES) ?? cursor.fail("NULL, TRUE or FALSE");
    return { kind: "state", selector, state };
  }
  if (takeKeyword(cursor, ["NOT"])) {
    if (!takeKeyword(cursor, ["EXISTS"])) cursor.fail("EXISTS");
    return { kind: "absence", selector };
  }
  const equality = takeOne(cursor, EQUALITIES);
  if (equality) {
    cursor.skipSpace();
    return { kind: "equality", selector, operator: equality, term: parseTerm(cursor) };
  }
  const operator = takeOne(cursor, ORDERS) ?? cursor.fail("=, !=, <, <=, >, >=, IS or NOT EXISTS");
  cursor.skipSpace();
  return { kind: "order", selector, operator, term: parseNumber(cursor) };
};
