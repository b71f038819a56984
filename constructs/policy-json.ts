import { accountRoot } from "../catalogue/aws/arn";

/** A policy statement, as IAM reads it. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * Text that Terraform must take literally: `${aws:username}` in a policy is a policy variable, not a template.
 * Tokens of cdktf (`${TfToken[…]}`) stay what they are.
 */
export const literal = (text: string): string =>
  text.replace(/\$\{(?!TfToken\[)/g, () => "$${").replace(/%\{/g, () => "%%{");

/** A text as a string of a Terraform expression. */
export const quoted = (text: string): string => literal(JSON.stringify(text));

/** A policy document, minified: AWS counts white space against its quotas. */
export const policyJson = (statements: readonly PolicyStatement[]): string =>
  literal(JSON.stringify({ Version: "2012-10-17", Statement: statements }));

/** What every bucket policy denies first: transport without TLS. */
export const denyInsecureTransport = (action: string, resources: string | readonly string[]): PolicyStatement => ({
  Sid: "DenyInsecureTransport",
  Effect: "Deny",
  Principal: "*",
  Action: action,
  Resource: resources,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

/**
 * The statement that lets the account's own IAM policies govern a key, without which nobody could change it again.
 * Source: KMS Developer Guide, default key policy.
 */
export const keyOwner = (partition: string, account: string): PolicyStatement => ({
  Sid: "EnableAccountPolicies",
  Effect: "Allow",
  Principal: { AWS: accountRoot(partition, account) },
  Action: "kms:*",
  Resource: "*",
});
