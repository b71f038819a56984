import type { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { TOPIC_DISPLAY_NAME_LENGTH } from "../catalogue/quotas";
import { SEVERITIES, SEVERITY_MEANING, type Severity } from "../catalogue/alerts/severities";
import { textOf, type Blueprint, type Subscriber, type Topic } from "../config";
import { AlertTopic } from "../constructs/alerts/alert-topic";
import { ChatChannel } from "../constructs/alerts/chat-channel";
import type { GlobalPlace, Place } from "../constructs/place";
import { RecordQueue } from "../constructs/alerts/record-queue";
import { endpointOf } from "./endpoints";

/** ARN of the topic of each severity in use. */
export type Topics = ReadonlyMap<Severity, string>;

/** Where the topics of a stack live, and what encrypts them. */
export interface Alerting {
  readonly blueprint: Blueprint;
  readonly place: Place;
  readonly global: GlobalPlace;
  readonly keyArn: string;
  readonly lifecycle: { readonly preventDestroy: true } | undefined;
}

function createTopic(
  scope: TerraformStack,
  topic: Topic,
  { blueprint, place, keyArn, lifecycle }: Alerting,
): AlertTopic {
  const { accounts, baseline, homeRegion, partition } = blueprint;
  const { severity, name, here, subscriberAccounts } = topic;
  return new AlertTopic(scope, severity, {
    place,
    partition: partition.id,
    region: homeRegion,
    account: accounts.management.id,
    name,
    displayName: `${baseline.name} ${severity}: ${SEVERITY_MEANING[severity]}`.slice(0, TOPIC_DISPLAY_NAME_LENGTH),
    keyArn,
    // E-mail subscribers would have to confirm again.
    lifecycle,
    readerAccounts: [accounts.management.id, accounts.security.id],
    subscriberAccounts,
    subscriptions: here.map((subscriber) => ({ ...subscriber, endpoint: endpointOf(scope, subscriber) })),
  });
}

/** One encrypted topic for each severity in use. */
export const createTopics = (scope: TerraformStack, alerting: Alerting): Topics =>
  new Map(alerting.blueprint.topics.map((topic) => [topic.severity, createTopic(scope, topic, alerting).arn]));

/** Topic of a severity in use. */
export function topicOf(severity: Severity, topics: Topics): string {
  const arn = topics.get(severity);
  if (arn === undefined)
    throw new Error(`severity ${severity} must have a topic, got ${[...topics.keys()].join(", ")}`);
  return arn;
}

/** The most urgent topic but its own that people read; its own where there is no other. */
export const otherTopic = (severity: Severity, topics: Topics): string => {
  const other = SEVERITIES.find((each) => each !== severity && each !== "record" && topics.has(each));
  return topicOf(other ?? severity, topics);
};

/** A queue for what is only recorded, where nothing else is named for it. */
export function keepRecords(scope: Construct, topics: Topics, { blueprint, place }: Alerting): void {
  const topicArn = topics.get("record");
  if (topicArn === undefined || blueprint.subscribers.some(({ severity }) => severity === "record")) return;
  new RecordQueue(scope, "record-queue", { place, name: blueprint.names.recordQueue, topicArn });
}

/** Channels of Slack and Teams, each with the topics of its severities. */
export function tellChannels(scope: Construct, topics: Topics, { blueprint, place, global }: Alerting): void {
  for (const channel of blueprint.baseline.alerting.chat)
    new ChatChannel(scope, `chat-${channel.name}`, {
      place,
      global,
      partition: blueprint.partition.id,
      name: blueprint.names.chatChannel(channel.name),
      channel,
      topicArns: channel.severities.flatMap((severity) => topics.get(severity) ?? []),
    });
}

/**
 * The subscription as the subscriber's own Terraform creates it. Made from the topic's side it stays unconfirmed and is
 * made anew at every apply.
 */
const subscriberSnippet = (topicArn: string, { severity, protocol, endpoint }: Subscriber): string =>
  [
    `resource "aws_sns_topic_subscription" "${severity}" {`,
    `  topic_arn = "${topicArn}"`,
    `  protocol  = "${protocol}"`,
    `  endpoint  = "${textOf(endpoint)}"`,
    "}",
    protocol === "sqs"
      ? `# The queue's policy: allow sns.amazonaws.com sqs:SendMessage where aws:SourceArn is the topic.`
      : `# aws_lambda_permission: allow sns.amazonaws.com lambda:InvokeFunction where the source ARN is the topic.`,
  ].join("\n");

/** What subscribers in other accounts apply there, by account. */
export function subscriberSnippets({ arns, subscribers }: Blueprint): Readonly<Record<string, readonly string[]>> {
  const foreign = subscribers.flatMap((subscriber) =>
    subscriber.elsewhere === undefined
      ? []
      : [{ account: subscriber.elsewhere, text: subscriberSnippet(arns.topic(subscriber.severity), subscriber) }],
  );
  return Object.fromEntries(
    foreign.map(({ account }) => [
      account,
      foreign.filter((other) => other.account === account).map(({ text }) => text),
    ]),
  );
}
