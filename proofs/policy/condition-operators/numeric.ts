import { orderings, type Operators } from "./operator";

/** A whole or decimal number, or undefined. */
export const parseNumber = (text: string): number | undefined =>
  /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;

/** Numbers, without variables or wildcards. Source: IAM User Guide, Numeric condition operators. */
export const NUMERIC: Operators = orderings("Numeric", parseNumber);
