import { createHmac, randomBytes } from "node:crypto";
import { canonical, isNothing, isValues, Unknown } from "./thing";

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

/**
 * Settings of backends by which somebody gets in, or reads the state: keys, tokens, passwords and whom they are of.
 * Source: Terraform and OpenTofu documentation, the page of each backend.
 */
const CREDENTIAL =
  /secret|token|passw|passphrase|credentials?$|username|http_auth|conn(ection)?_str|access_key|private_key|(client|customer|encryption)_key|client_certificate|key_material/i;

/** What only says where one is, or how a thing is called. `secret_suffix`: of the backend `kubernetes`. */
const NO_CREDENTIAL = /_(file|files|path|url)$|^kms_|^secret_suffix$/i;

const isCredential = (key: string): boolean => CREDENTIAL.test(key) && !NO_CREDENTIAL.test(key);

/** The settings of a backend with a mark in place of each credential, however deep. Switches are none. */
export function credentialsWithheld(values: unknown): unknown {
  if (Array.isArray(values)) return values.map(credentialsWithheld);
  if (values instanceof Unknown || !isValues(values)) return values;
  return Object.fromEntries(
    Object.entries(values).map(([key, inner]) => [
      key,
      isCredential(key) && typeof inner !== "boolean" && !isNothing(inner)
        ? withheld(inner)
        : credentialsWithheld(inner),
    ]),
  );
}
