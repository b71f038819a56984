import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Blueprint } from "../config";
import type { Clients } from "../organization/clients/clients";
import { queueNamed, queueUrl } from "../organization/services/queue-address";
import { isUnread, readingOf, type Reading } from "../organization/clients/reading";
import type { Facts, Observing } from "./observe";

/**
 * Messages of a queue, as SQS counts them: approximately, and a minute late. A consumer may have taken out what came.
 * Source: SQS API Reference, GetQueueAttributes.
 */
export interface QueueCounts {
  /** To be received. */
  readonly waiting: number;
  /** Received by somebody, and not yet deleted. */
  readonly inFlight: number;
  readonly delayed: number;
}

/** Queues by their ARN. */
export type Queues = ReadonlyMap<string, Reading<QueueCounts>>;

/** The first as the JSON protocol says it, the second as the query protocol did. */
const ABSENT = /^(QueueDoesNotExist|AWS\.SimpleQueueService\.NonExistentQueue)$/;
const DENIED = /^(AccessDenied|AccessDeniedException)$/;

/**
 * Counts, and takes nothing out: ReceiveMessage raises a message's receive count even where it stays visible, and a low
 * maxReceiveCount then moves an alert to the dead-letter queue before its consumer saw it.
 * Source: SQS Developer Guide, dead-letter queues.
 */
async function readCounts(client: SQSClient, QueueUrl: string): Promise<QueueCounts> {
  const { Attributes: counted = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: [
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed",
      ],
    }),
  );
  return {
    waiting: Number(counted.ApproximateNumberOfMessages),
    inFlight: Number(counted.ApproximateNumberOfMessagesNotVisible),
    delayed: Number(counted.ApproximateNumberOfMessagesDelayed),
  };
}

/** What lets the queue be seen, in front of what AWS said. */
function told(reading: Reading<QueueCounts>, account: string, ours: boolean): Reading<QueueCounts> {
  if (!isUnread(reading) || !(reading.cause instanceof Error)) return reading;
  const { name, message } = reading.cause;
  const got = `got ${name}: ${message}`;
  if (ABSENT.test(name) && ours) return { ...reading, unread: `the queue must exist, ${got}` };
  const isHidden = DENIED.test(name) || ABSENT.test(name);
  if (!isHidden) return reading;
  const must = ours
    ? `the credentials must be allowed sqs:GetQueueAttributes on it in ${account}`
    : `it is a queue of ${account}, which these credentials do not enter: both they and the queue's own policy must allow sqs:GetQueueAttributes`;
  return { ...reading, unread: `${must}, ${got}` };
}

/** A queue, asked for as its account where the baseline enters it, else as the management account. */
async function readQueue(clients: Clients, blueprint: Blueprint, arn: string): Promise<Reading<QueueCounts>> {
  const { region, account, name } = queueNamed(arn) ?? {};
  if (region === undefined || account === undefined || name === undefined)
    throw new Error(`SNS tells queues by their ARN, got ${arn}`);
  const ours = blueprint.accounts.ids.includes(account);
  const client = clients.at(ours ? account : blueprint.accounts.management.id, region).sqs();
  return told(await readingOf(readCounts(client, queueUrl(region, account, name))), account, ours);
}

/** Every queue that a topic tells. */
export async function observeQueues({ clients, blueprint }: Observing, topics: Facts["topics"]): Promise<Queues> {
  const subscriptions = [...topics.values()].flatMap((topic) => (isUnread(topic) ? [] : topic.value.subscriptions));
  const arns = subscriptions.flatMap(({ protocol, endpoint, confirmed }) =>
    protocol === "sqs" && confirmed && endpoint !== undefined ? [endpoint] : [],
  );
  const readings = [...new Set(arns)].map(async (arn) => [arn, await readQueue(clients, blueprint, arn)] as const);
  return new Map(await Promise.all(readings));
}
