import { refuse } from "../refuse";

/** Stops at what is no account id, where a typing error would quietly bind or exempt nobody. */
export function checkAccountId(where: string, text: string | undefined): void {
  if (text !== undefined && !/^\d{12}$/.test(text)) refuse(where, "be 12 digits", text);
}

/** Where the caller's account lives. */
interface InAccount {
  readonly account: string;
  /** @default "aws" */
  readonly partition?: string;
  /** The caller's organization (`o-…`): sets `aws:PrincipalOrgID`. @default - the key is absent */
  readonly organization?: string;
}

/**
 * Who calls. `root` signs with the root user's own credentials, `assumed-root` with a session from sts:AssumeRoot,
 * `role` with a session of a role; `service` is an AWS service principal and `unauthenticated` has not signed in yet.
 */
export type Principal =
  | ({ readonly type: "root" } & InAccount)
  | ({ readonly type: "assumed-root" } & InAccount)
  | ({
      readonly type: "role";
      readonly path?: string;
      readonly name: string;
      readonly sessionName?: string;
    } & InAccount)
  | ({ readonly type: "user"; readonly path?: string; readonly name: string } & InAccount)
  | ({ readonly type: "service-linked-role"; readonly name: string } & InAccount)
  | { readonly type: "service"; readonly service: string }
  | { readonly type: "unauthenticated" };

/** What a request carries under one condition key. A list only for keys that AWS documents as multivalued. */
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[];

/** One call to AWS, as the policies above an account see it. */
export interface Call {
  readonly principal: Principal;
  /** One action, without wildcards: `iam:CreateAccessKey`. */
  readonly action: string;
  /**
   * The ARN of the one resource that AWS authorizes.
   *
   * @default "*" - a call on no specific resource (`ec2:DescribeInstances`). Only the pattern `*` matches it: an ARN
   * in Resource does not select such a call, and an ARN in NotResource does not spare it (IAM User Guide, Resource:
   * actions without resource-level permissions need `*`).
   */
  readonly resource?: string;
  /**
   * The account that owns the resource, whose resource control policies are judged. Sets `aws:ResourceAccount`.
   *
   * @default - the caller's account owns it; `aws:ResourceAccount` is absent
   */
  readonly resourceAccount?: string;
  /** Condition keys beyond those that the principal determines. A key that is not here is absent from the request. */
  readonly context?: Readonly<Record<string, ContextValue>>;
  /**
   * When the call is made, in ISO 8601: sets `aws:CurrentTime` and `aws:EpochTime`. Where the context gives one of the
   * two, it sets the other.
   *
   * @default - the time is not known: conditions on it do not hold, negated ones do, and `Null` knows that it is there
   */
  readonly at?: string;
}

/** The caller's account, or undefined for a caller that belongs to none. */
export const accountOf = (principal: Principal): string | undefined =>
  "account" in principal ? principal.account : undefined;

/** The condition keys that AWS itself puts into the request for this caller. Source: IAM User Guide, Global condition keys. */
export function principalKeys(principal: Principal): Readonly<Record<string, string>> {
  if (principal.type === "unauthenticated") return {};
  if (principal.type === "service")
    return { "aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": principal.service };
  check(principal);
  const { account, partition = "aws", organization } = principal;
  return {
    "aws:PrincipalAccount": account,
    "aws:PrincipalIsAWSService": "false",
    ...(organization === undefined ? {} : { "aws:PrincipalOrgID": organization }),
    ...identityKeys(principal, `arn:${partition}:iam::${account}`),
  };
}

type Identity = Extract<Principal, InAccount>;

/**
 * What depends on the kind of identity. For an assumed role `aws:PrincipalArn` is the ARN of the role, path included,
 * not of the session. AWS documents no `aws:PrincipalType` for a root session, so a call must give it where it matters.
 */
function identityKeys(principal: Identity, prefix: string): Readonly<Record<string, string>> {
  switch (principal.type) {
    case "root":
      return {
        "aws:PrincipalArn": `${prefix}:root`,
        "aws:PrincipalType": "Account",
        "aws:userid": principal.account,
      };
    case "assumed-root":
      return { "aws:PrincipalArn": `${prefix}:root`, "aws:AssumedRoot": "true" };
    case "role":
      return {
        "aws:PrincipalArn": `${prefix}:role${principal.path ?? "/"}${principal.name}`,
        "aws:PrincipalType": "AssumedRole",
      };
    case "user":
      return {
        "aws:PrincipalArn": `${prefix}:user${principal.path ?? "/"}${principal.name}`,
        "aws:PrincipalType": "User",
        "aws:username": principal.name,
      };
    case "service-linked-role":
      return { "aws:PrincipalType": "AssumedRole" };
  }
}

function check(principal: Identity): void {
  checkAccountId("principal.account", principal.account);
  if (principal.partition !== undefined && !/^aws(-[a-z]+)*$/.test(principal.partition))
    refuse("principal.partition", "be an AWS partition such as aws-us-gov", principal.partition);
  if ("name" in principal && !/^[\w+=,.@-]+$/.test(principal.name))
    refuse("principal.name", "be an IAM name without path or wildcard", principal.name);
  if ("path" in principal && principal.path !== undefined && !/^\/([!-)+->@-~]+\/)?$/.test(principal.path))
    refuse("principal.path", "begin and end with / and hold no wildcard", principal.path);
}
