import { arn, parseArn } from "../../catalogue/aws/arn";
import { partitionOf } from "../../catalogue/partitions";

/** Where a queue is. */
export interface QueueAddress {
  /** Undefined where the URL has the host of a local endpoint, which names none. */
  readonly region: string | undefined;
  readonly account: string;
  readonly name: string;
  /** As an ARN says it. Undefined of a URL, whose Region says it. */
  readonly partition: string | undefined;
}

/** Source: Amazon SQS Developer Guide, queue and message identifiers; SQS API Reference, CreateQueue. */
const NAME = /^(?:[\w-]{1,80}|[\w-]{1,75}\.fifo)$/;
const ACCOUNT = /^\d{12}$/;

/**
 * Hosts of SQS: Regional, FIPS, of IPv6, of an interface endpoint; the old ones of early queues. Source: AWS General
 * Reference, Amazon SQS endpoints; Amazon SQS Developer Guide, VPC endpoints and legacy endpoints.
 */
const HOSTS: readonly RegExp[] = [
  /^(?:vpce-[\w-]+\.)?sqs(?:-fips)?\.([a-z\d-]+)\.(?:vpce\.)?(?:amazonaws\.com(?:\.cn)?|api\.aws|api\.amazonwebservices\.com\.cn)$/,
  /^([a-z\d-]+)\.queue\.amazonaws\.com(?:\.cn)?$/,
];

const EARLIEST = { host: "queue.amazonaws.com", region: "us-east-1" };

const regionOf = (host: string): string | undefined =>
  host === EARLIEST.host ? EARLIEST.region : HOSTS.map((form) => form.exec(host)?.[1]).find(Boolean);

function byUrl(text: string, endpoint: string | undefined): QueueAddress | undefined {
  const { protocol, hostname, host, pathname, search, hash, username } = new URL(text);
  const [, account = "", name = "", ...more] = pathname.split("/");
  const region = regionOf(hostname);
  const isThere = region !== undefined || (endpoint !== undefined && new URL(endpoint).host === host);
  const isPlain = /^https?:$/.test(protocol) && `${search}${hash}${username}` === "" && more.length === 0;
  return isThere && isPlain ? { region, account, name, partition: undefined } : undefined;
}

function byArn(text: string): QueueAddress | undefined {
  const found = parseArn(text);
  if (found?.service !== "sqs" || found.region === "") return undefined;
  const { region, account, resource, partition } = found;
  return { region, account, name: resource, partition };
}

/**
 * The queue that a URL or an ARN names; undefined where it is neither. A URL may have the host of a local endpoint.
 * What is called is the endpoint of the Region, whatever host the URL has.
 */
export function queueNamed(text: string, endpoint?: string): QueueAddress | undefined {
  const queue = URL.canParse(text) && /^https?:/.test(text) ? byUrl(text, endpoint) : byArn(text);
  return queue !== undefined && ACCOUNT.test(queue.account) && NAME.test(queue.name) ? queue : undefined;
}

/** The URL of a queue, without asking: GetQueueUrl may be denied by the policy that locks it. */
export const queueUrl = (region: string, account: string, name: string): string =>
  `https://sqs.${region}.${partitionOf(region)?.dnsSuffix ?? "amazonaws.com"}/${account}/${name}`;

export const queueArn = (partition: string, region: string, account: string, name: string): string =>
  arn({ partition, service: "sqs", region, account, resource: name });
