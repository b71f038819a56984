import { createHmac, randomBytes } from "node:crypto";
import { withoutCredentials } from "../../terraform/credentials";
import { canonical, isValues } from "./thing";

/** Of this run alone: equal secrets stay equal, and nobody can try out what they might be. */
const SALT = randomBytes(32);

/** What stands for a value that is not shown. Another one in each run: what is kept from run to run leaves its sign out. */
export const WITHHELD = /\(sensitive [0-9a-f]{8}\)/g;

const withheld = (value: unknown): string =>
  `(sensitive ${createHmac("sha256", SALT).update(canonical(value)).digest("hex").slice(0, 8)})`;

/** The values with a mark in place of whatever the plan says is sensitive. */
export function withoutSecrets(values: unknown, sensitive: unknown): unknown {
  if (sensitive === true) return values === null || values === undefined ? values : withheld(values);
  if (Array.isArray(values) && Array.isArray(sensitive))
    return values.map((each: unknown, index) => withoutSecrets(each, sensitive[index]));
  if (!isValues(values) || !isValues(sensitive)) return values;
  return Object.fromEntries(Object.entries(values).map(([key, inner]) => [key, withoutSecrets(inner, sensitive[key])]));
}

/** The settings of a backend or a provider with a mark in place of each credential. */
export const credentialsWithheld = (values: unknown): unknown => withoutCredentials(values, withheld);
