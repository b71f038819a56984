import { isBody } from "./json";

/**
 * Settings of backends and providers by which somebody gets in, or reads the state: keys, tokens, passwords and whom
 * they are of. Source: Terraform and OpenTofu documentation, the page of each backend.
 */
const CREDENTIAL =
  /secret|token|passw|passphrase|credentials?$|username|http_auth|conn(ection)?_str|access_key|private_key|(client|customer|encryption)_key|client_certificate|key_material/i;

/** What only says where one is, or how a thing is called. `secret_suffix`: of the backend `kubernetes`. */
const NO_CREDENTIAL = /_(file|files|path|url)$|^kms_|^secret_suffix$/i;

/** Whether a setting of that name lets somebody in. */
export const isCredential = (key: string): boolean => CREDENTIAL.test(key) && !NO_CREDENTIAL.test(key);

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "";

/** The settings with a mark in place of each credential, however deep. Switches are none. */
export function withoutCredentials(values: unknown, mark: (value: unknown) => string): unknown {
  if (Array.isArray(values)) return values.map((each) => withoutCredentials(each, mark));
  if (!isBody(values)) return values;
  return Object.fromEntries(
    Object.entries(values).map(([key, inner]) => [
      key,
      isCredential(key) && typeof inner !== "boolean" && !isNothing(inner)
        ? mark(inner)
        : withoutCredentials(inner, mark),
    ]),
  );
}
