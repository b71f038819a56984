import type { EqualityTest, OrderTest, StateTest, Test } from "./ast";
import type { Cursor } from "./cursor";
import { parseSelector } from "./parse-selector";
import { parseNumber, parseTerm } from "./parse-term";

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
