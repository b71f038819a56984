import { publicText, textOf, type Blueprint } from "../../../config";
import type { SubscriptionFacts, TopicFacts } from "../../../organization/services/topics";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, type Finding, type Mend } from "../../item";

/** A topic, and who should be told by it. */
interface Wanted {
  readonly name: string;
  readonly told: readonly Pick<Blueprint["subscribers"][number], "protocol" | "endpoint" | "address">[];
}

const CONFIRM: Mend = {
  mend: "the endpoint confirms: request it again with aws sns subscribe, and follow the link in the message",
};
const APPLY = applied("alarms");

/** An endpoint as a person may read it anywhere. */
const shown = ({ protocol = "", endpoint = "" }: SubscriptionFacts): string => `${protocol} ${publicText(endpoint)}`;

/** The subscription of an endpoint; of one that Terraform is handed, only the protocol is known. */
const findIn = (live: TopicFacts, { protocol, endpoint }: Wanted["told"][number]): SubscriptionFacts | undefined => {
  const text = textOf(endpoint);
  const alike = live.subscriptions.filter(
    (each) => each.protocol === protocol && (text === "" || each.endpoint === text),
  );
  return alike.find(({ confirmed }) => confirmed) ?? alike[0];
};

function judgeTopic({ name, told }: Wanted, topics: readonly TopicFacts[]): readonly Finding[] {
  const live = topics.find((topic) => topic.name === name);
  if (live === undefined) return [gap(name, "the topic does not exist", APPLY)];
  const confirmed = live.subscriptions.filter((each) => each.confirmed);
  const of = (address: string) => `${name}: ${address}`;
  return [
    live.keyArn === undefined
      ? gap(name, "the topic is not encrypted", APPLY)
      : confirmed.length === 0
        ? gap(name, "tells nobody: no subscription is confirmed", CONFIRM)
        : inForce(name, `encrypted, tells ${confirmed.map(shown).join(", ")}`),
    ...told.map((subscriber) => {
      const found = findIn(live, subscriber);
      if (found === undefined) return gap(of(subscriber.address), "is not subscribed", APPLY);
      return found.confirmed
        ? inForce(of(subscriber.address), "confirmed")
        : gap(of(subscriber.address), `${shown(found)} has not confirmed: nothing reaches it`, CONFIRM);
    }),
  ];
}

export const subscriptions: Control = {
  id: "subscriptions",
  title: "Every topic is encrypted, and everybody who should be told has confirmed",
  matters: "Nothing reaches an address that has not confirmed, and SNS says so to nobody.",
  checklist: 5,
  references: [
    { source: "AWS Security Hub", control: "SNS.1" },
    { source: "Prowler", control: "sns_topics_kms_encryption_at_rest_enabled" },
  ],
  reads: ["sns:ListTopics", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic"],
  judge: ({ live: { alarms, secondChannel }, blueprint }) => {
    const { topics, subscribers, secondSubscribers, names, baseline } = blueprint;
    const first = topics.map(({ name, severity }) => ({
      name,
      told: subscribers.filter((subscriber) => subscriber.severity === severity),
    }));
    const second = { name: names.secondChannel, told: secondSubscribers };
    return [
      ...judged("topics", alarms.topics, (live) => first.flatMap((wanted) => judgeTopic(wanted, live))),
      ...(baseline.alerting.secondChannel === undefined
        ? []
        : judged(second.name, secondChannel.topics, (live) => judgeTopic(second, live))),
    ];
  },
};
