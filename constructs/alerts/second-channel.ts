import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { secondChannelRules } from "../../catalogue/alerts/second-channel";
import { AlertBus, type Forwarder } from "./alert-bus";
import { alertKeyStatements } from "../../catalogue/resource-policies/alert-key";
import { AlertTopic, type Subscriber } from "./alert-topic";
import { DeliveryAlarm } from "./delivery-alarm";
import { EncryptionKey } from "../encryption-key";
import { EventRule } from "./event-rule";
import type { Place } from "../place";
import { literal } from "../policy-json";

export interface SecondChannelProps {
  /** Security account, home Region. */
  readonly place: Place;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Name of its bus and its topic, and of its key's alias. */
  readonly name: string;
  /** Where the runbooks are. */
  readonly runbooks: string;
  readonly forwarders: readonly Forwarder[];
  readonly subscriptions: readonly Subscriber[];
  /** Queue that keeps what its rules could not deliver. */
  readonly deadLetterArn: string;
  readonly lifecycle: TerraformResourceLifecycle | undefined;
}

/**
 * A second way to people, in another account than the first: a bus, a topic and a key of its own. Whoever breaks the
 * first one's topic, key or subscriptions is told of here. The same rules feed both.
 */
export class SecondChannel extends Construct {
  readonly busArn: string;
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: SecondChannelProps) {
    super(scope, id);
    const { place, partition, region, account, name, runbooks, forwarders, subscriptions, lifecycle, deadLetterArn } =
      props;
    const key = new EncryptionKey(this, "encryption", {
      place,
      partition,
      account,
      alias: `alias/${name}`,
      description: `Second alert channel ${name}`,
      statements: alertKeyStatements(account),
      lifecycle,
    });
    const topic = new AlertTopic(this, "alert", {
      place,
      partition,
      region,
      account,
      name,
      displayName: `${name}: something would silence the alerts`,
      keyArn: key.arn,
      lifecycle,
      readerAccounts: [account],
      subscriberAccounts: [],
      subscriptions,
    });
    const bus = new AlertBus(this, "bus", { place, partition, name, forwarders });
    for (const { kind, description, pattern, message } of secondChannelRules(runbooks)) {
      const rule = new EventRule(this, kind, {
        place,
        name: `${name}-${kind}`,
        description,
        pattern,
        busName: bus.name,
        deadLetterArn,
        target: {
          arn: topic.arn,
          inputTransformer: { inputPaths: { ...message.inputPaths }, inputTemplate: literal(message.inputTemplate) },
        },
      });
      new DeliveryAlarm(this, `${kind}-delivery`, {
        place,
        of: { rule: rule.name, bus: bus.name },
        topicArn: topic.arn,
      });
    }
    this.busArn = bus.arn;
    this.topicArn = topic.arn;
  }
}
