import { paginateListQueues, type SQSClient } from "@aws-sdk/client-sqs";
import { everything } from "./pages";

/** SQS tells of a next page only where a request says how many it takes (SQS API Reference, ListQueues). */
const QUEUES_OF_A_PAGE = 1000;

/** URLs of every queue of an account in a Region. They end in the name. */
export const readQueueUrls = (client: SQSClient): Promise<readonly string[]> =>
  everything(paginateListQueues({ client, pageSize: QUEUES_OF_A_PAGE }, {}), (page) => page.QueueUrls);
