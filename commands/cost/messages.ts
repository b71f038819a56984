import type { PriceId } from "../../catalogue/cost/prices";
import { some, type Item } from "./item";
import type { Resources } from "./resources";

const TYPE = "aws_sns_topic_subscription";

/** Protocols of one price. What is sent by SMS has another price in each country: no item, but a resource that is named. */
const DELIVERIES: readonly (readonly [says: string, price: PriceId, protocols: readonly string[]])[] = [
  ["mails", "mails", ["email", "email-json"]],
  ["https calls", "calls", ["https"]],
  ["to Firehose", "streamed", ["firehose"]],
  ["to queues and functions", "toService", ["sqs", "lambda"]],
];

const told = (resources: Resources, protocols: readonly string[]): number =>
  resources.all(TYPE).filter(({ protocol }) => protocols.some((each) => each === protocol)).length;

/** Protocols of subscriptions for which no item has a price. */
export const unpricedProtocols = (resources: Resources): readonly string[] => {
  const priced = DELIVERIES.flatMap(([, , protocols]) => protocols);
  return [...new Set(resources.all(TYPE).map(({ protocol }) => String(protocol)))].filter(
    (protocol) => !priced.includes(protocol),
  );
};

const FROM_ANOTHER: readonly string[] = ["aws_cloudwatch_event_bus", "aws_cloudwatch_event_target"];

/** A message is sent, received and deleted. */
const REQUESTS_OF_A_MESSAGE = 3;

/** Queues to which a topic sends: their policy is a resource of its own. In the others lies what could not be delivered. */
const SUBSCRIBED_QUEUES = "aws_sqs_queue_policy";

/** What carries an alert to somebody. */
export const MESSAGES: readonly Item[] = [
  {
    service: "EventBridge",
    says: "forwarded events",
    price: "forwardedEvents",
    types: FROM_ANOTHER,
    quantity: (resources, ask) =>
      some(resources.all("aws_cloudwatch_event_bus").length) && (ask("forwarded-events") ?? 0),
  },
  {
    service: "SNS",
    says: "messages",
    price: "messages",
    types: ["aws_sns_topic"],
    quantity: (resources, ask) => some(resources.all("aws_sns_topic").length) && (ask("messages") ?? 0),
  },
  ...DELIVERIES.map(([says, price, protocols]): Item => ({
    service: "SNS",
    says,
    price,
    types: [TYPE],
    quantity: (resources, ask) => {
      const endpoints = some(told(resources, protocols));
      return endpoints && endpoints * (ask("messages") ?? 0);
    },
  })),
  {
    service: "SQS",
    says: "requests",
    price: "queueRequests",
    types: ["aws_sqs_queue"],
    quantity: (resources, ask) =>
      some(resources.all(SUBSCRIBED_QUEUES).length) && REQUESTS_OF_A_MESSAGE * (ask("messages") ?? 0),
  },
];
