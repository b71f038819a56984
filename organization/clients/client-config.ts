/** What AWS takes as proof of who calls. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** From then on the SDK asks for others. */
  readonly expiration?: Date;
}

/** What every client of the SDK is made with. */
export interface ClientConfig {
  readonly region: string;
  readonly maxAttempts: number;
  readonly endpoint?: string;
  readonly useFipsEndpoint?: boolean;
  readonly credentials?: Credentials | (() => Promise<Credentials>);
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Enough to sit out throttling while a deployment has just ended. */
const MAX_ATTEMPTS = 6;

/** Clients of a Region. Endpoint and credentials that are not given, the SDK finds as everywhere else. */
export const clientConfig = (
  { AWS_ENDPOINT_URL: endpoint }: Environment,
  region: string,
  credentials?: ClientConfig["credentials"],
): ClientConfig => ({
  region,
  maxAttempts: MAX_ATTEMPTS,
  // A FIPS setting in the environment cannot go with an endpoint of one's own.
  ...(endpoint === undefined ? {} : { endpoint, useFipsEndpoint: false }),
  ...(credentials === undefined ? {} : { credentials }),
});

/** The key pair of an environment, where it has one. */
export const keyPairOf = ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_SESSION_TOKEN: sessionToken,
}: Environment): Credentials | undefined =>
  accessKeyId && secretAccessKey
    ? { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) }
    : undefined;

/** The credentials in an answer of STS. Throws where there are none: `call` is what was asked. */
export function credentialsIn(
  answer:
    | {
        readonly AccessKeyId?: string | undefined;
        readonly SecretAccessKey?: string | undefined;
        readonly SessionToken?: string | undefined;
        readonly Expiration?: Date | undefined;
      }
    | undefined,
  call: string,
): Credentials {
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken, Expiration } = answer ?? {};
  if (accessKeyId === undefined || secretAccessKey === undefined) throw new Error(`${call} returned no credentials`);
  return {
    accessKeyId,
    secretAccessKey,
    ...(SessionToken === undefined ? {} : { sessionToken: SessionToken }),
    ...(Expiration === undefined ? {} : { expiration: Expiration }),
  };
}
