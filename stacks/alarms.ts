import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { alarmDescription, runbookOf } from "../catalogue/alerts/notification";
import { alertsNotDelivered } from "../catalogue/detections/alerts-not-delivered";
import { trailSilent } from "../catalogue/detections/trail-silent";
import { savedQuery } from "../catalogue/alerts/saved-query";
import type { Blueprint } from "../config";
import { alertKeyStatements } from "../catalogue/resource-policies/alert-key";
import { DeliveryAlarm } from "../constructs/alerts/delivery-alarm";
import { EncryptionKey } from "../constructs/encryption-key";
import { MetricAlarm } from "../constructs/alerts/metric-alarm";
import { eventsIn, SilenceAlarm } from "../constructs/alerts/silence-alarm";
import { SecondChannel } from "../constructs/alerts/second-channel";
import { Organization } from "../constructs/organization/organization";
import { warnOfUnconfirmed } from "../constructs/alerts/unconfirmed-subscriptions";
import {
  createTopics,
  keepRecords,
  subscriberSnippets,
  tellChannels,
  otherTopic,
  topicOf,
  type Alerting,
  type Topics,
} from "./alerting";
import { BaselineStack } from "./baseline-stack";
import { endpointOf, subscriptionMoves } from "./endpoints";
import { DeadLetters } from "./dead-letters";
import { EventAlerts } from "./event-alerts";
import { expectKnownEvent } from "./known-event";
import { isOurs } from "./requirements";

/** Topics by severity, alarms on the trail's log group, and rules on the events that are forwarded to the home Region. */
export class Alarms extends BaselineStack {
  static readonly id = "alarms";

  private readonly home = this.providers.at("management", this.baseline.homeRegion);
  private readonly metrics = this.blueprint.detectionsByPath.metric;
  private readonly deadLetters = new DeadLetters(this, {
    blueprint: this.blueprint,
    providers: this.providers,
    stack: Alarms.id,
  });

  constructor(scope: Construct, blueprint: Blueprint) {
    super(scope, Alarms.id, blueprint);
    new Organization(this, "organization", {
      place: this.providers.global("management"),
      requirements: isOurs(this.baseline),
    });
    const second = this.createSecondChannel();
    const topics = this.createAlerting();
    this.alarmOnMetrics(topics);
    this.alarmOnSilence(topics);
    const { deadLetters, providers } = this;
    const { bus, forwarding } = new EventAlerts(this, { blueprint, providers, topics, second, deadLetters });
    if (bus !== undefined)
      new TerraformOutput(this, "alert_bus_arn", {
        description: "Bus in the home Region that the events of every Region and account reach",
        value: bus.arn,
      });
    if (forwarding !== undefined) expectKnownEvent(this, { blueprint, providers, topics, forwarding, deadLetters });
    deadLetters.alarm((account) => (account === "security" ? second?.topicArn : [...topics.values()][0]));
    new TerraformOutput(this, "topic_arns", {
      description: "Topic of each severity in use",
      value: Object.fromEntries(topics),
    });
    warnOfUnconfirmed(this, this.baseline.release);
    this.rememberPlace("management", "security");
  }

  /** Bus, topic and key in the security account, where guardrails bind, for what would silence the topics here. */
  private createSecondChannel(): SecondChannel | undefined {
    const { homeRegion, secondSubscribers } = this.blueprint;
    const { runbooks, secondChannel } = this.baseline.alerting;
    if (secondChannel === undefined) return undefined;
    const channel = new SecondChannel(this, "second-channel", {
      place: this.providers.at("security", homeRegion),
      partition: this.partition,
      region: homeRegion,
      account: this.baseline.accounts.security.id,
      name: this.names.secondChannel,
      runbooks,
      forwarders: this.blueprint.forwarders,
      subscriptions: secondSubscribers.map((subscriber) => ({
        ...subscriber,
        endpoint: endpointOf(this, subscriber),
      })),
      lifecycle: this.protectedIn("security"),
      deadLetterArn: this.deadLetters.at("security", homeRegion),
    });
    new TerraformOutput(this, "second_channel_topic_arn", {
      description: "Topic in the security account that is told when the alerts fall silent",
      value: channel.topicArn,
    });
    return channel;
  }

  /** A topic for each severity in use, and everybody who is told. */
  private createAlerting(): Topics {
    const alerting: Alerting = {
      blueprint: this.blueprint,
      place: this.home,
      global: this.providers.global("management"),
      keyArn: this.createKey().arn,
      lifecycle: this.protectedIn("management"),
    };
    const topics = createTopics(this, alerting);
    const moves = subscriptionMoves(this.blueprint);
    this.carryOver({ moved: moves });
    keepRecords(this, topics, alerting);
    tellChannels(this, topics, alerting);
    const snippets = subscriberSnippets(this.blueprint);
    if (Object.keys(snippets).length > 0)
      new TerraformOutput(this, "subscriber_snippets", {
        description: "Terraform for the owners of queues and functions in other accounts, by subscriber",
        value: snippets,
      });
    return topics;
  }

  private createKey(): EncryptionKey {
    const account = this.baseline.accounts.management.id;
    return new EncryptionKey(this, "alert-encryption", {
      place: this.home,
      partition: this.partition,
      account,
      alias: this.names.alertKeyAlias,
      description: `Alert topics of ${this.baseline.name}`,
      statements: alertKeyStatements(account),
      lifecycle: this.protectedIn("management"),
    });
  }

  /** Alarms on what would otherwise be noticed by nobody: a trail that is silent, a topic that does not deliver. */
  private alarmOnSilence(topics: Topics): void {
    const listed = new Map(this.blueprint.listedDetections.map(({ id, severity }) => [id, severity]));
    const silent = listed.get(trailSilent.id);
    if (silent !== undefined)
      new SilenceAlarm(this, "trail-silence", {
        place: this.home,
        name: this.names.entry("trail-silence"),
        description: `No event reached the log group ${this.names.trailLogGroup} for thirty minutes: nothing is detected on the trail. After the first deployment it stands until the first events come. Run aws cloudtrail get-trail-status.`,
        metric: eventsIn(this.names.trailLogGroup),
        topicArn: topicOf(silent, topics),
      });
    if (!listed.has(alertsNotDelivered.id)) return;
    for (const { severity, name } of this.blueprint.topics)
      new DeliveryAlarm(this, `${severity}-topic-delivery`, {
        place: this.home,
        of: { topic: name },
        topicArn: otherTopic(severity, topics),
      });
  }

  /** Filter, alarm and saved query for each detection on the trail's log group. */
  private alarmOnMetrics(topics: Topics): void {
    for (const detection of this.metrics) {
      const { id, set, severity, threshold, path } = detection;
      const query = { name: this.names.query(id), text: savedQuery(path.texts) };
      const runbook = runbookOf(severity, this.baseline.alerting.runbooks);
      new MetricAlarm(this, id, {
        place: this.home,
        name: this.names.entry(id),
        description: alarmDescription(detection, { runbook, query: query.name }),
        logGroupName: this.names.trailLogGroup,
        patterns: path.texts,
        metric: { namespace: this.names.metricNamespace(set), name: id },
        threshold,
        query,
        topicArn: topicOf(severity, topics),
      });
    }
  }
}
