import { accountRoot, arn } from "../aws/arn";

/** A policy statement, as IAM reads it. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** What every bucket policy denies first: transport without TLS. */
export const denyInsecureTransport = (action: string, resources: string | readonly string[]): PolicyStatement => ({
  Sid: "DenyInsecureTransport",
  Effect: "Deny",
  Principal: "*",
  Action: action,
  Resource: resources,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

/** The same of a bucket and its objects. */
export const bucketTlsOnly = (partition: string, name: string): PolicyStatement => {
  const bucket = arn({ partition, service: "s3", resource: name });
  return denyInsecureTransport("s3:*", [bucket, `${bucket}/*`]);
};

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
