import {
  GetQueueAttributesCommand,
  paginateListQueues,
  type QueueAttributeName,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { unlessAbsent } from "../clients/absent";
import { optionalJsonObject, type JsonObject } from "./json";
import { everything } from "../clients/pages";

/** SQS tells of a next page only where a request says how many it takes (SQS API Reference, ListQueues). */
const QUEUES_OF_A_PAGE = 1000;

/** URLs of every queue of an account in a Region. They end in the name. */
export const readQueueUrls = (client: SQSClient): Promise<readonly string[]> =>
  everything(paginateListQueues({ client, pageSize: QUEUES_OF_A_PAGE }, {}), (page) => page.QueueUrls);

export interface QueueFacts {
  readonly name: string;
  readonly policy?: JsonObject;
  /** Seconds for which a message is kept. */
  readonly keptSeconds: number;
  /** Messages that lie in it, as SQS estimates. */
  readonly waiting: number;
}

/** The first as the JSON protocol says it, the second as the query protocol did. */
export const NO_QUEUE: readonly string[] = ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"];

const ATTRIBUTES: QueueAttributeName[] = ["Policy", "MessageRetentionPeriod", "ApproximateNumberOfMessages"];

/** The queue of a URL, or undefined. */
export async function readQueue(client: SQSClient, QueueUrl: string): Promise<QueueFacts | undefined> {
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ATTRIBUTES });
  const found = await unlessAbsent(NO_QUEUE, client.send(asked));
  const { Policy, MessageRetentionPeriod, ApproximateNumberOfMessages } = found?.Attributes ?? {};
  return (
    found && {
      name: QueueUrl.slice(QueueUrl.lastIndexOf("/") + 1),
      policy: optionalJsonObject(Policy),
      keptSeconds: Number(MessageRetentionPeriod),
      waiting: Number(ApproximateNumberOfMessages),
    }
  );
}
