import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { alarmDescription, notification, runbookOf } from "../catalogue/notification";
import { savedQuery } from "../catalogue/saved-query";
import { SEVERITIES, type Severity } from "../catalogue/severities";
import type { Blueprint } from "../config";
import { AlertBus } from "../constructs/alert-bus";
import { alertKeyStatements } from "../constructs/alert-key";
import { DeliveryAlarm } from "../constructs/delivery-alarm";
import { EncryptionKey } from "../constructs/encryption-key";
import { EventForwardRole } from "../constructs/event-forward-role";
import { EventRule } from "../constructs/event-rule";
import { MetricAlarm } from "../constructs/metric-alarm";
import { Organization } from "../constructs/organization";
import { literal } from "../constructs/policy-json";
import { createTopics, keepRecords, subscriberSnippets, tellChannels, type Alerting, type Topics } from "./alerting";
import { BaselineStack } from "./baseline-stack";
import { isOurs } from "./requirements";

/** Topics by severity, alarms on the trail's log group, and rules on the events that are forwarded to the home Region. */
export class Alarms extends BaselineStack {
  static readonly id = "alarms";

  private readonly home = this.providers.at("management", this.baseline.homeRegion);
  private readonly metrics = this.blueprint.detectionsByPath.metric;
  private readonly events = this.blueprint.detectionsByPath.event;
  private readonly findings = this.blueprint.detectionsByPath.finding;

  constructor(scope: Construct, blueprint: Blueprint) {
    super(scope, Alarms.id, blueprint);
    new Organization(this, "organization", {
      place: this.providers.global("management"),
      requirements: isOurs(this.baseline),
    });
    const topics = this.createAlerting();
    this.alarmOnMetrics(topics);
    this.alertOnEvents(topics);
    new TerraformOutput(this, "topic_arns", { value: Object.fromEntries(topics) });
    this.rememberPlace("management");
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
    keepRecords(this, topics, alerting);
    tellChannels(this, topics, alerting);
    const snippets = subscriberSnippets(this.blueprint);
    if (Object.keys(snippets).length > 0) new TerraformOutput(this, "subscriber_snippets", { value: snippets });
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

  /** Filter, alarm and saved query for each detection on the trail's log group. */
  private alarmOnMetrics(topics: Topics): void {
    for (const detection of this.metrics) {
      const { id, severity, threshold, path } = detection;
      const query = { name: this.names.query(id), text: savedQuery(path.text) };
      const runbook = runbookOf(severity, this.baseline.alerting.runbooks);
      new MetricAlarm(this, id, {
        place: this.home,
        name: this.names.entry(id),
        description: alarmDescription(detection, { runbook, query: query.name }),
        logGroupName: this.names.trailLogGroup,
        pattern: path.text,
        metricName: id,
        threshold,
        query,
        topicArn: topicOf(severity, topics),
      });
    }
  }

  /** The alert bus, what the management account forwards to it, and a rule for everything that arrives on it. */
  private alertOnEvents(topics: Topics): void {
    if (this.events.length + this.findings.length === 0) return;
    const bus = this.createBus();
    if (this.events.length > 0) this.forwardEvents(bus, topics);
    for (const detection of [...this.events, ...this.findings]) this.alertOn(detection, bus, topics);
    new TerraformOutput(this, "alert_bus_arn", { value: bus.arn });
  }

  /** A rule on the alert bus, and an alarm that tells elsewhere when the rule cannot deliver. */
  private alertOn(
    detection: (typeof this.events)[number] | (typeof this.findings)[number],
    bus: AlertBus,
    topics: Topics,
  ): void {
    const { id, title, severity, path } = detection;
    const { inputPaths, inputTemplate } = notification(detection, path.kind, this.baseline.alerting.runbooks);
    const rule = new EventRule(this, id, {
      place: this.home,
      name: this.names.entry(id),
      description: title,
      pattern: path.pattern,
      busName: bus.name,
      target: {
        arn: topicOf(severity, topics),
        inputTransformer: { inputPaths: { ...inputPaths }, inputTemplate: literal(inputTemplate) },
      },
    });
    new DeliveryAlarm(this, `${id}-delivery`, {
      place: this.home,
      ruleName: rule.name,
      busName: this.names.alertBus,
      topicArn: otherTopic(severity, topics),
    });
  }

  private createBus(): AlertBus {
    const { management, security } = this.baseline.accounts;
    const forwarder = (account: string, role: string) => ({
      account,
      roleArn: this.arns.role(account, role),
    });
    return new AlertBus(this, "alert-bus", {
      place: this.home,
      partition: this.partition,
      name: this.names.alertBus,
      forwarders: [
        ...(this.events.length > 0 ? [forwarder(management.id, this.names.eventForwardRole)] : []),
        ...(this.findings.length > 0 ? [forwarder(security.id, this.names.findingForwardRole)] : []),
      ],
    });
  }

  /** Console sign-in and other global events are recorded in one Region of the partition: forwarded from there. */
  private forwardEvents(bus: AlertBus, topics: Topics): void {
    const { globalRegion } = this.blueprint.partition;
    const role = new EventForwardRole(this, "forward-events", {
      place: this.providers.global("management"),
      name: this.names.eventForwardRole,
      busArn: bus.arn,
    });
    for (const { id, title, severity, path } of this.events) {
      const rule = new EventRule(this, `forward-${id}`, {
        place: this.providers.at("management", globalRegion),
        name: this.names.forwardRule(id),
        description: `Forwards to the alert bus: ${title}`,
        pattern: path.pattern,
        target: { arn: bus.arn, roleArn: role.arn },
      });
      // An alarm reaches topics of its own Region only.
      if (globalRegion === this.baseline.homeRegion)
        new DeliveryAlarm(this, `forward-${id}-delivery`, {
          place: this.home,
          ruleName: rule.name,
          topicArn: otherTopic(severity, topics),
        });
    }
  }
}

function topicOf(severity: Severity, topics: Topics): string {
  const arn = topics.get(severity);
  if (arn === undefined)
    throw new Error(`severity ${severity} must have a topic, got ${[...topics.keys()].join(", ")}`);
  return arn;
}

/** The most urgent topic but its own that people read; its own where there is no other. */
const otherTopic = (severity: Severity, topics: Topics): string => {
  const other = SEVERITIES.find((each) => each !== severity && each !== "record" && topics.has(each));
  return topicOf(other ?? severity, topics);
};
