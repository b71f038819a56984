import { devNull } from "node:os";
import { ANY_PROGRAM, NETWORK, pick } from "../../processes/environment";
import type { Environment } from "../../processes/search-path";
import type { RootSession } from "../../root-sessions";

/** How a terminal is written to. */
const TERMINAL = ["TERM", "COLORTERM", "NO_COLOR", "COLUMNS", "LINES", "PAGER", "LESS", "EDITOR"];

/** The way to AWS, and how its tools answer. Whatever names credentials of its own stays out. */
const AWS = [
  ...["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_*", "AWS_CA_BUNDLE", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"],
  ...["AWS_PAGER", "AWS_DEFAULT_OUTPUT", "AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE", "AWS_EC2_METADATA_DISABLED"],
];

/** The credentials of a session, as every tool of AWS reads them. */
export function credentialVariables(session: RootSession, region: string): Readonly<Record<string, string>> {
  const { accessKeyId, secretAccessKey, sessionToken } = session.revealed();
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
}

/** The environment of a program in a root session, built from what it needs. */
export const childEnvironment = (env: Environment, session: RootSession, region: string): Record<string, string> => ({
  ...pick(env, ANY_PROGRAM, NETWORK, TERMINAL, AWS),
  // A profile would mix its own role with the session, and `cli_history` would keep its requests on the disk.
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  ...credentialVariables(session, region),
});
