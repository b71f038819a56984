import { createHmac, randomBytes } from "node:crypto";
import { canonical, type Values } from "./thing";

/** Of this run alone: equal secrets stay equal, and nobody can try out what they might be. */
const SALT = randomBytes(32);

const isObject = (value: unknown): value is Values => typeof value === "object" && value !== null;

/** The values with a mark in place of whatever the plan says is sensitive. */
export function withoutSecrets(values: unknown, sensitive: unknown): unknown {
  if (sensitive === true)
    return values === null || values === undefined
      ? values
      : `(sensitive ${createHmac("sha256", SALT).update(canonical(values)).digest("hex").slice(0, 8)})`;
  if (Array.isArray(values) && Array.isArray(sensitive))
    return values.map((each: unknown, index) => withoutSecrets(each, sensitive[index]));
  if (!isObject(values) || !isObject(sensitive)) return values;
  return Object.fromEntries(Object.entries(values).map(([key, inner]) => [key, withoutSecrets(inner, sensitive[key])]));
}
