import { parseArn } from "../../catalogue/aws/arn";
import type { Severity } from "../../catalogue/alerts/severities";
import type { Baseline } from "../schema/baseline";
import type { Accounts } from "./accounts";
import type { Names } from "./names";
import { formerNamesToShow, subscriptionName, type Endpoint } from "./subscription-address";

export type Subscription = Baseline["alerting"]["subscriptions"][number];

/** Somebody, or something, that is told. */
export interface Subscriber extends Subscription {
  /** Path in the configuration: `alerting.subscriptions[0]`. */
  readonly where: string;
  /**
   * Account of an endpoint that is the resource of another account than the topic's: it is subscribed from there.
   * Undefined for everybody else.
   */
  readonly elsewhere: string | undefined;
  /** Last part of its address. */
  readonly address: string;
  /** What the last part has been before, the oldest first: for `moved` blocks, so none that may hold a secret. */
  readonly formerAddresses: readonly string[];
}

/** A topic, and who is told by it. */
export interface Topic {
  readonly severity: Severity;
  readonly name: string;
  /** Subscribed from here, by the stack that creates the topic. */
  readonly here: readonly Subscriber[];
  /** Accounts whose own stacks subscribe to it, each once. */
  readonly subscriberAccounts: readonly string[];
}

/** Endpoints that are resources of an account. Firehose is reached through a role of the management account. */
const IN_AN_ACCOUNT: readonly Subscription["protocol"][] = ["sqs", "lambda"];

/** The endpoint as the configuration holds it; empty where Terraform is handed it. */
export const textOf = (endpoint: Endpoint): string => (typeof endpoint === "string" ? endpoint : "");

const addressOf = (subscription: Subscription) => ({
  address: subscriptionName(subscription),
  formerAddresses: formerNamesToShow(subscription),
});

interface Told {
  readonly baseline: Pick<Baseline, "alerting">;
  readonly accounts: Accounts;
}

/** Everybody who is told, in the order of the configuration. */
export const subscribersOf = ({ baseline: { alerting }, accounts: { management } }: Told): readonly Subscriber[] =>
  alerting.subscriptions.map((subscription, index) => {
    const { protocol, endpoint } = subscription;
    const account = IN_AN_ACCOUNT.includes(protocol) ? parseArn(textOf(endpoint))?.account : undefined;
    const elsewhere = account === management.id ? undefined : account;
    return { ...subscription, where: `alerting.subscriptions[${index}]`, elsewhere, ...addressOf(subscription) };
  });

/** Somebody who is told on the second channel. */
export interface SecondSubscriber extends SecondSubscription {
  /** Path in the configuration: `alerting.secondChannel.subscriptions[0]`. */
  readonly where: string;
  /** Last part of its address. */
  readonly address: string;
}

type SecondSubscription = NonNullable<Baseline["alerting"]["secondChannel"]>["subscriptions"][number];

/** Everybody who is told on the second channel, in the order of the configuration; nobody where there is none. */
export const secondSubscribersOf = ({ alerting }: Pick<Baseline, "alerting">): readonly SecondSubscriber[] =>
  (alerting.secondChannel?.subscriptions ?? []).map((subscription, index) => ({
    ...subscription,
    where: `alerting.secondChannel.subscriptions[${index}]`,
    address: subscriptionName(subscription),
  }));

interface Topics {
  readonly severities: readonly Severity[];
  readonly subscribers: readonly Subscriber[];
  readonly names: Names;
}

/** A topic for each severity in use, the most urgent first. */
export const topicsOf = ({ severities, subscribers, names }: Topics): readonly Topic[] =>
  severities.map((severity) => {
    const told = subscribers.filter((subscriber) => subscriber.severity === severity);
    return {
      severity,
      name: names.topic(severity),
      here: told.filter(({ elsewhere }) => elsewhere === undefined),
      subscriberAccounts: [...new Set(told.flatMap(({ elsewhere }) => elsewhere ?? []))],
    };
  });
