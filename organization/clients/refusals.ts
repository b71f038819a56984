import { callOf } from "./calls";

/** Credentials or an answer of another organization than the configured one. Shown as it is, without a stack trace. */
export class WrongOrganization extends Error {
  constructor(where: string, rule: string, got: string) {
    super(`${where} must ${rule}, got ${got}`);
    this.name = "WrongOrganization";
  }
}

interface Kind {
  /** Names that AWS and its SDK give such an error, or the code that Node gives it. */
  readonly names: readonly string[];
  readonly must: string;
}

/** Errors that other credentials mend. Source: AWS General Reference, common errors; SDK for JavaScript v3. */
const CREDENTIALS: readonly Kind[] = [
  {
    names: ["CredentialsProviderError", "TokenProviderError"],
    must: "AWS credentials must be found (AWS_PROFILE, or what the pipeline sets)",
  },
  {
    names: [
      "AuthFailure",
      "ExpiredToken",
      "ExpiredTokenException",
      "InvalidClientTokenId",
      "InvalidSignatureException",
      "RequestExpired",
      "SignatureDoesNotMatch",
      "UnrecognizedClientException",
    ],
    must: "the AWS credentials must be valid",
  },
  {
    names: ["RequestTimeTooSkewed", "RequestInTheFuture"],
    must: "the clock of this machine must be right: AWS takes no request that is more than minutes off",
  },
];

/** Errors that a person mends, not the code. Source: as above. */
const KINDS: readonly Kind[] = [
  ...CREDENTIALS,
  {
    names: ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation"],
    must: "the AWS credentials must be allowed to read this",
  },
  {
    names: ["AWSOrganizationsNotInUseException"],
    must: "the account of the AWS credentials must belong to an organization",
  },
  {
    names: ["ThrottlingException", "Throttling", "TooManyRequestsException"],
    must: "AWS must have time to answer: try again in a minute",
  },
  {
    names: ["ECONNREFUSED", "ECONNRESET", "EAI_AGAIN", "ENOTFOUND", "ETIMEDOUT", "EPROTO", "TimeoutError"],
    must: "the AWS API must be reachable from here",
  },
];

const codeOf = (error: Error): string => ("code" in error ? String(error.code) : error.name);

const isOf = ({ names }: Kind, error: Error): boolean => names.includes(error.name) || names.includes(codeOf(error));

/** Whether the credentials of a call are at fault: not found, not valid, or valid no more. */
export const isOfCredentials = (error: unknown): boolean =>
  error instanceof Error && CREDENTIALS.some((kind) => isOf(kind, error));

/** Whether a service answered with an error: everything else that is thrown is made here. */
const isAnswer = (error: Error): boolean => "$metadata" in error && callOf(error) !== undefined;

/**
 * What to tell a person of an error with which AWS, or the way to it, refused a call: what mends it, what AWS said, and
 * which call it was. Undefined for any other error: that one is a bug.
 */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  const kind = KINDS.find((each) => isOf(each, error));
  if (kind === undefined && !isAnswer(error)) return undefined;
  const { must, names } = kind ?? { must: "AWS must answer", names: [error.name] };
  const said = error.message.split("\n")[0] ?? "";
  const call = callOf(error);
  const got = `${names.includes(error.name) ? error.name : code}${call === undefined ? "" : ` from ${call}`}`;
  return `${must}, got ${got}${said === "" ? "" : `: ${said}`}`;
}
