import { CloudTrailClient, CreateTrailCommand, StartLoggingCommand } from "@aws-sdk/client-cloudtrail";
import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { queueUrl } from "../../organization/services/queue-address";
import { readQueue } from "../../organization/services/queues";
import { describeE2E } from "./support/describe-e2e";

const [ACCOUNT, REGION] = ["111111111111", "us-east-1"];

const sqsArn = (name: string, region = REGION): string => `arn:aws:sqs:${region}:${ACCOUNT}:${name}`;
const ruleArn = (name: string): string => `arn:aws:events:${REGION}:${ACCOUNT}:rule/${name}`;

/** A queue's policy that admits EventBridge for the rules of this name. */
const admitting = (rule: string): string =>
  JSON.stringify({
    Statement: [
      {
        ...{
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: "*",
        },
        Condition: { ArnLike: { "aws:SourceArn": ruleArn(rule) } },
      },
    ],
  });

/** Rules on the default bus whose only target is a queue that is not there, and the queue of what they could not deliver. */
const RULES = {
  "org-baseline-kept": "dead-letters",
  "other-rule": "dead-letters",
  "org-baseline-of-elsewhere": "elsewhere",
  "org-baseline-of-nothing": "nothing",
} as const;

describeE2E("an event that a target does not take", () => {
  let emulator: Emulator;
  const client = <Client>(Client: new (config: object) => Client): Client =>
    new Client({
      ...{ region: REGION, endpoint: emulator.endpoint, useQueueUrlAsEndpoint: false, forcePathStyle: true },
      credentials: { accessKeyId: emulator.env.AWS_ACCESS_KEY_ID ?? "", secretAccessKey: "example" },
    });
  const waiting = async (name: string) =>
    (await readQueue(client(SQSClient), queueUrl(REGION, ACCOUNT, name)))?.waiting;

  /** Without a trail that logs, EventBridge gets no event of a call. */
  const record = async () => {
    const [Name, trails] = ["records", client(CloudTrailClient)];
    await client(S3Client).send(new CreateBucketCommand({ Bucket: Name }));
    await trails.send(new CreateTrailCommand({ Name, S3BucketName: Name }));
    await trails.send(new StartLoggingCommand({ Name }));
  };

  beforeAll(async () => {
    emulator = await startEmulator({ seed: existingOrganization });
    await record();
    const [sqs, events] = [client(SQSClient), client(EventBridgeClient)];
    const [QueueName, Policy] = ["dead-letters", admitting("org-baseline-*")];
    await sqs.send(new CreateQueueCommand({ QueueName, Attributes: { Policy, MessageRetentionPeriod: "1209600" } }));
    await sqs.send(new CreateQueueCommand({ QueueName: "elsewhere", Attributes: { Policy: admitting("x") } }));
    for (const [Name, queue] of Object.entries(RULES)) {
      const EventPattern = JSON.stringify({ detail: { eventName: ["CreateEventBus"] } });
      await events.send(new PutRuleCommand({ Name, EventPattern }));
      const target = { Id: "gone", Arn: sqsArn("gone"), DeadLetterConfig: { Arn: sqsArn(queue) } };
      await events.send(new PutTargetsCommand({ Rule: Name, Targets: [target] }));
    }
    await fetch(`${emulator.endpoint}/emulator/alerts`, { method: "POST", body: JSON.stringify({ carried: true }) });
    await events.send(new CreateEventBusCommand({ Name: "orders" }));
  });

  afterAll(() => emulator.stop());

  test("is kept, whole, in the queue that admits its rule, once for each such rule", async () => {
    expect(await waiting("dead-letters")).toBe(1);
    const QueueUrl = queueUrl(REGION, ACCOUNT, "dead-letters");
    const { Messages = [] } = await client(SQSClient).send(new ReceiveMessageCommand({ QueueUrl }));
    expect(JSON.parse(Messages[0]?.Body ?? "{}")).toMatchObject({
      ...{ source: "aws.events", account: ACCOUNT, region: REGION },
      detail: { eventName: "CreateEventBus", requestParameters: { name: "orders" } },
    });
  });

  test("is lost where the queue admits other rules, or is not there", async () => {
    expect([await waiting("elsewhere"), await waiting("nothing")]).toEqual([0, undefined]);
  });

  test("is told of by the facts that verify judges: how long it is kept, and whom the queue admits", async () => {
    expect(await readQueue(client(SQSClient), queueUrl(REGION, ACCOUNT, "dead-letters"))).toMatchObject({
      ...{ name: "dead-letters", keptSeconds: 1_209_600 },
      policy: JSON.parse(admitting("org-baseline-*")) as object,
    });
  });
});
