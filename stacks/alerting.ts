import type { Construct } from "constructs";
import { TOPIC_DISPLAY_NAME_LENGTH } from "../catalogue/quotas";
import { SEVERITIES, SEVERITY_MEANING, type Severity } from "../catalogue/severities";
import type { Baseline, Names } from "../config";
import { AlertTopic } from "../constructs/alert-topic";
import { ChatChannel } from "../constructs/chat-channel";
import type { GlobalPlace, Place } from "../constructs/place";
import { RecordQueue } from "../constructs/record-queue";
import { foreignAccount, subscriberSnippet } from "./subscribers";

/** ARN of the topic of each severity in use. */
export type Topics = ReadonlyMap<Severity, string>;

/** Where the topics of a stack live, and what encrypts them. */
export interface Alerting {
  readonly baseline: Baseline;
  readonly names: Names;
  readonly partition: string;
  readonly place: Place;
  readonly global: GlobalPlace;
  readonly keyArn: string;
  readonly lifecycle: { readonly preventDestroy: true } | undefined;
}

function createTopic(scope: Construct, severity: Severity, alerting: Alerting): AlertTopic {
  const { baseline, names, partition, place, keyArn, lifecycle } = alerting;
  const { management, security } = baseline.accounts;
  const told = baseline.alerting.subscriptions.filter((subscription) => subscription.severity === severity);
  const elsewhere = told.flatMap((subscription) => foreignAccount(subscription, management.id) ?? []);
  return new AlertTopic(scope, severity, {
    place,
    partition,
    region: baseline.homeRegion,
    account: management.id,
    name: names.topic(severity),
    displayName: `${baseline.name} ${severity}: ${SEVERITY_MEANING[severity]}`.slice(0, TOPIC_DISPLAY_NAME_LENGTH),
    keyArn,
    // E-mail subscribers would have to confirm again.
    lifecycle,
    readerAccounts: [management.id, security.id],
    subscriberAccounts: [...new Set(elsewhere)],
    subscriptions: told.filter((subscription) => foreignAccount(subscription, management.id) === undefined),
  });
}

/** One encrypted topic for each severity in use. */
export const createTopics = (scope: Construct, used: ReadonlySet<Severity>, alerting: Alerting): Topics =>
  new Map(
    SEVERITIES.filter((severity) => used.has(severity)).map((severity) => [
      severity,
      createTopic(scope, severity, alerting).arn,
    ]),
  );

/** A queue for what is only recorded, where nothing else is named for it. */
export function keepRecords(scope: Construct, topics: Topics, { baseline, names, place }: Alerting): void {
  const topicArn = topics.get("record");
  if (topicArn === undefined || baseline.alerting.subscriptions.some(({ severity }) => severity === "record")) return;
  new RecordQueue(scope, "record-queue", { place, name: names.recordQueue, topicArn });
}

/** Channels of Slack and Teams, each with the topics of its severities. */
export function tellChannels(scope: Construct, topics: Topics, alerting: Alerting): void {
  const { baseline, names, partition, place, global } = alerting;
  for (const channel of baseline.alerting.chat)
    new ChatChannel(scope, `chat-${channel.name}`, {
      place,
      global,
      partition,
      name: names.chatChannel(channel.name),
      channel,
      topicArns: channel.severities.flatMap((severity) => topics.get(severity) ?? []),
    });
}

/** What subscribers in other accounts apply there, by account. */
export function subscriberSnippets({ baseline, names }: Alerting): Readonly<Record<string, readonly string[]>> {
  const foreign = baseline.alerting.subscriptions.flatMap((subscription) => {
    const account = foreignAccount(subscription, baseline.accounts.management.id);
    const { severity } = subscription;
    return account === undefined
      ? []
      : [{ account, text: subscriberSnippet(severity, names.topicArn(severity), subscription) }];
  });
  return Object.fromEntries(
    foreign.map(({ account }) => [
      account,
      foreign.filter((other) => other.account === account).map(({ text }) => text),
    ]),
  );
}
