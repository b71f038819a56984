import { CreateRoleCommand, DeleteRoleCommand, IAMClient, UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateTopicCommand, SetTopicAttributesCommand, SNSClient } from "@aws-sdk/client-sns";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { describeE2E } from "./support/describe-e2e";

const role = (name: string) => `arn:aws:iam::111111111111:role/${name}`;

/** A policy of anything that trusts these. */
const trusting = (...AWS: readonly string[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole" }],
  });

const KNOWN = trusting(role("known"), "arn:aws:iam::999999999999:root", "111111111111", "*");
const UNKNOWN = trusting(role("known"), role("nobody"));

describeE2E("a policy that names a role which does not exist", () => {
  let emulator: Emulator;
  let client: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } };

  beforeAll(async () => {
    emulator = await startEmulator({ seed: existingOrganization });
    const { AWS_ACCESS_KEY_ID: accessKeyId = "", AWS_SECRET_ACCESS_KEY: secretAccessKey = "" } = emulator.env;
    client = { endpoint: emulator.endpoint, region: "us-east-1", credentials: { accessKeyId, secretAccessKey } };
    const trust = JSON.stringify({ Version: "2012-10-17", Statement: [] });
    await new IAMClient(client).send(new CreateRoleCommand({ RoleName: "known", AssumeRolePolicyDocument: trust }));
  });

  afterAll(() => emulator.stop());

  test("is refused as the trust of a role, new and old", async () => {
    const iam = new IAMClient(client);
    const create = (AssumeRolePolicyDocument: string) =>
      iam.send(new CreateRoleCommand({ RoleName: "new", AssumeRolePolicyDocument }));
    await expect(create(UNKNOWN)).rejects.toMatchObject({
      name: "MalformedPolicyDocumentException",
      message: `Invalid principal in policy: "AWS":"${role("nobody")}"`,
    });
    await create(KNOWN);
    const update = new UpdateAssumeRolePolicyCommand({ RoleName: "new", PolicyDocument: UNKNOWN });
    await expect(iam.send(update)).rejects.toMatchObject({ name: "MalformedPolicyDocumentException" });
    await iam.send(new DeleteRoleCommand({ RoleName: "new" }));
  });

  test("is refused as the policy of a key", async () => {
    const kms = new KMSClient(client);
    await expect(kms.send(new CreateKeyCommand({ Policy: UNKNOWN }))).rejects.toMatchObject({
      name: "MalformedPolicyDocumentException",
    });
    await kms.send(new CreateKeyCommand({ Policy: KNOWN }));
  });

  test("is refused as the policy of a bucket", async () => {
    const s3 = new S3Client({ ...client, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: "bucket" }));
    const put = (Policy: string) => s3.send(new PutBucketPolicyCommand({ Bucket: "bucket", Policy }));
    await expect(put(UNKNOWN)).rejects.toMatchObject({ name: "MalformedPolicy" });
    await put(KNOWN);
  });

  test("is refused as the policy of a topic, new and old", async () => {
    const sns = new SNSClient(client);
    const create = (Policy: string) => sns.send(new CreateTopicCommand({ Name: "topic", Attributes: { Policy } }));
    await expect(create(UNKNOWN)).rejects.toThrow(/PrincipalNotFound/);
    const { TopicArn } = await create(KNOWN);
    const set = new SetTopicAttributesCommand({ TopicArn, AttributeName: "Policy", AttributeValue: UNKNOWN });
    await expect(sns.send(set)).rejects.toThrow(/PrincipalNotFound/);
  });
});
