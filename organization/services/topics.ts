import {
  GetTopicAttributesCommand,
  paginateListSubscriptionsByTopic,
  paginateListTopics,
  type SNSClient,
} from "@aws-sdk/client-sns";
import { nameOfArn } from "./arn";
import { optionalJsonObject, type JsonObject } from "./json";
import { everything } from "../clients/pages";

export interface TopicFacts {
  readonly arn: string;
  readonly name: string;
  readonly displayName?: string;
  readonly keyArn?: string;
  readonly policy?: JsonObject;
  /** Every attribute, as SNS returns it. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly subscriptions: readonly SubscriptionFacts[];
}

export interface SubscriptionFacts {
  readonly protocol?: string;
  readonly endpoint?: string;
  /** E-mail addresses and https addresses confirm before they are told anything. */
  readonly confirmed: boolean;
}

async function readTopic(client: SNSClient, TopicArn: string): Promise<TopicFacts> {
  const [{ Attributes: attributes = {} }, subscriptions] = await Promise.all([
    client.send(new GetTopicAttributesCommand({ TopicArn })),
    everything(paginateListSubscriptionsByTopic({ client }, { TopicArn }), (page) => page.Subscriptions),
  ]);
  return {
    arn: TopicArn,
    name: nameOfArn(TopicArn),
    displayName: attributes["DisplayName"],
    keyArn: attributes["KmsMasterKeyId"],
    policy: optionalJsonObject(attributes["Policy"]),
    attributes,
    subscriptions: subscriptions.map(({ Protocol, Endpoint, SubscriptionArn }) => ({
      protocol: Protocol,
      endpoint: Endpoint,
      confirmed: SubscriptionArn?.startsWith("arn:") ?? false,
    })),
  };
}

/** Every topic of these names that exists. */
export async function readTopics(client: SNSClient, names: readonly string[]): Promise<readonly TopicFacts[]> {
  const topics = await everything(paginateListTopics({ client }, {}), (page) => page.Topics);
  const arns = topics.map(({ TopicArn }) => TopicArn ?? "");
  const wanted = names.flatMap((name) => arns.filter((arn) => nameOfArn(arn) === name));
  return Promise.all(wanted.map((arn) => readTopic(client, arn)));
}
