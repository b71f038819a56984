import { publicText } from "../../config";

/** Longest value in a line, in characters. Whoever wants all of it reads the plans. */
const LONGEST = 120;

/** A value of a plan on one line, cut where it is long, without what may be a secret. */
export function valueText(value: unknown): string {
  const text = publicText(JSON.stringify(value));
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
