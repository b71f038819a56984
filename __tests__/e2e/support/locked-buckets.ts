import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";

/** A client of a member account's owner. */
export async function ownerOf(account: string): Promise<S3Client> {
  const RoleArn = `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`;
  const { Credentials } = await new STSClient({}).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "owner" }));
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  return new S3Client({ forcePathStyle: true, credentials });
}

const deny = (bucket: string, Condition?: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
        ...(Condition === undefined ? {} : { Condition }),
      },
    ],
  });

/** Policy of the bucket `locked`. */
export const DENY_ALL = deny("locked");

const POLICIES: Readonly<Record<string, string | undefined>> = {
  locked: DENY_ALL,
  "over-tls": deny("over-tls", { Bool: { "aws:SecureTransport": "false" } }),
  without: undefined,
};

/** Three buckets: one that is locked, one that wants TLS, one without a policy. */
export async function lockedBuckets(client: S3Client): Promise<void> {
  for (const [Bucket, Policy] of Object.entries(POLICIES)) {
    await client.send(new CreateBucketCommand({ Bucket }));
    if (Policy !== undefined) await client.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  }
}
