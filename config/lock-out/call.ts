import { requestedRegionsOf } from "../../catalogue/aws/global-services";
import type { Call, Principal } from "../../proofs/policy";
import type { Blueprint } from "../blueprint";

/** A call that no policy may hold back, or the baseline locks itself out. */
export interface MustPass {
  /** Who calls, in words. */
  readonly who: string;
  /** What is lost when they cannot. */
  readonly loss: string;
  readonly call: Call;
  /** The account whose place decides which policies reach the call. @default - any member account */
  readonly account?: string;
  /** Keys that the call does not carry, in lower case, besides those that its principal leaves out. */
  readonly absent: readonly string[];
  /** What may differ from one such call to the next: each key with the values that it may have, or be without. */
  readonly varies: Readonly<Record<string, readonly (string | undefined)[]>>;
}

/** Stands for a member account that the configuration does not name. */
export const ANY_MEMBER = "000000000000";

/** What every principal of the baseline has in common. */
export const belonging = ({ partition, baseline }: Blueprint) => ({
  partition: partition.id,
  organization: baseline.organization.id,
});

/** How somebody has signed in, as far as AWS tells it with the call. */
type SignIn = "session of a role" | "MFA" | "service";

const MFA = "aws:MultiFactorAuthPresent";

/**
 * A session that a role or a service opened carries no MFA: AWS sends the key for temporary credentials only, and what
 * it sends for those is false, so either nothing or false stands there. Source: IAM User Guide, Global condition keys,
 * aws:MultiFactorAuthPresent.
 */
const MFA_OF: Readonly<Record<SignIn, readonly (string | undefined)[]>> = {
  "session of a role": [undefined, "false"],
  MFA: ["true"],
  service: [undefined],
};

/** Tags come with calls that make something; no other call carries them. */
const MAKES = /:(Create|Put|Tag|TagResource|Run|Register)/;
const TAGS = ["aws:requesttag/*", "aws:tagkeys"];

/** What a call of the baseline is made of. */
export interface Made {
  readonly who: string;
  readonly loss: string;
  readonly principal: Principal;
  readonly action: string;
  /** @default - on no specific resource */
  readonly resource?: string | undefined;
  /** The account that owns the resource. */
  readonly owner: string;
  /** The account whose place decides which policies reach the call. @default - any member account */
  readonly account?: string | undefined;
  /** @default - the home Region */
  readonly region?: string;
  readonly signIn: SignIn;
  readonly context?: Call["context"];
}

const isGiven = (value: string | undefined): value is string => value !== undefined;

/**
 * A call as the baseline makes it: over TLS, not through another service, within the organization, in the Region that
 * AWS tells of it (catalogue/aws/global-services.ts).
 */
export function made(blueprint: Blueprint, of: Made): MustPass {
  const { partition, homeRegion, baseline } = blueprint;
  const { who, loss, principal, action, resource, owner, account, region = homeRegion, signIn, context } = of;
  const mfa = MFA_OF[signIn];
  const varies = { "aws:RequestedRegion": requestedRegionsOf(partition, action, region), [MFA]: mfa };
  const fixed = Object.entries(varies).flatMap(([key, [value]]) => (isGiven(value) ? [[key, value] as const] : []));
  return {
    who,
    loss,
    ...(account === undefined ? {} : { account }),
    absent: [
      ...(MAKES.test(action) ? [] : TAGS),
      ...(signIn === "MFA" ? [] : [MFA, "aws:MultiFactorAuthAge"].map((key) => key.toLowerCase())),
    ],
    varies,
    call: {
      principal,
      action,
      ...(resource === undefined ? {} : { resource }),
      resourceAccount: owner,
      context: {
        ...Object.fromEntries(fixed),
        "aws:SecureTransport": true,
        "aws:ViaAWSService": false,
        "aws:ResourceOrgID": baseline.organization.id,
        ...context,
      },
    },
  };
}
