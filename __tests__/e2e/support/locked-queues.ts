import { CreateQueueCommand, SetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { queueArn } from "../../../organization/services/queue-address";

/** A client of a member account's owner. */
export async function queuesOf(account: string, region: string): Promise<SQSClient> {
  const RoleArn = `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`;
  const { Credentials } = await new STSClient({}).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "owner" }));
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  return new SQSClient({ region, credentials, maxAttempts: 1 });
}

/** Text of a policy by which a queue denies everything to everybody, as far as a condition lets it. */
export const denyAll = (arn: string, Condition?: object): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: arn, ...(Condition && { Condition }) }],
  });

const OVER_TLS = { Bool: { "aws:SecureTransport": "false" } };

/** Four queues: a locked one, a locked FIFO one, one that wants TLS, one without a policy. Returns their URLs. */
export async function lockedQueues(client: SQSClient, account: string, region: string) {
  const arn = (name: string) => queueArn("aws", region, account, name);
  const made = async (QueueName: string, Policy?: string): Promise<string> => {
    const Attributes = QueueName.endsWith(".fifo") ? { FifoQueue: "true" } : {};
    const { QueueUrl = "" } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    if (Policy !== undefined) await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
    return QueueUrl;
  };
  return {
    locked: await made("locked", denyAll(arn("locked"))),
    fifo: await made("locked.fifo", denyAll(arn("locked.fifo"))),
    overTls: await made("over-tls", denyAll(arn("over-tls"), OVER_TLS)),
    without: await made("without"),
  };
}
