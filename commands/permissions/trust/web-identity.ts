import { arn } from "../../../catalogue/aws/arn";

/** Conditions of a trust policy: an operator with keys and the values that they may have. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface TrustStatement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Principal: Readonly<Record<string, string>>;
  readonly Action: string;
  readonly Condition: Condition;
}

/** Who issues the tokens, and for whom. */
export interface Issuer {
  /** Address without `https://`: how IAM names the provider and begins its condition keys. */
  readonly host: string;
  readonly audience: string;
}

/** Where the provider of identities stands in IAM. */
export interface Location {
  readonly partition: string;
  readonly account: string;
}

/** ARN of the provider in IAM of this issuer. */
const providerArn = ({ partition, account }: Location, { host }: Issuer): string =>
  arn({ partition, service: "iam", account, resource: `oidc-provider/${host}` });

/**
 * Trusts the tokens of an issuer whose claims are these. The audience always is one of them: without it, a token that
 * was made for somebody else's cloud would be taken.
 */
export const trustedToken = (location: Location, issuer: Issuer, claims: Condition): TrustStatement => ({
  Sid: "PipelineJob",
  Effect: "Allow",
  Principal: { Federated: providerArn(location, issuer) },
  Action: "sts:AssumeRoleWithWebIdentity",
  Condition: {
    ...claims,
    StringEquals: { [`${issuer.host}:aud`]: issuer.audience, ...claims["StringEquals"] },
  },
});
