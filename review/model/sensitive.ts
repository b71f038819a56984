import { createHmac, randomBytes } from "node:crypto";
import { canonical, isValues } from "./thing";

/** Of this run alone: equal secrets stay equal, and nobody can try out what they might be. */
const SALT = randomBytes(32);

/** The values with a mark in place of whatever the plan says is sensitive. */
export function withoutSecrets(values: unknown, sensitive: unknown): unknown {
  if (sensitive === true)
    return values === null || values === undefined
      ? values
      : `(sensitive ${createHmac("sha256", SALT).update(canonical(values)).digest("hex").slice(0, 8)})`;
  if (Array.isArray(values) && Array.isArray(sensitive))
    return values.map((each: unknown, index) => withoutSecrets(each, sensitive[index]));
  if (!isValues(values) || !isValues(sensitive)) return values;
  return Object.fromEntries(Object.entries(values).map(([key, inner]) => [key, withoutSecrets(inner, sensitive[key])]));
}
