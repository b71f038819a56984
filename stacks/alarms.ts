import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { detectionsBy, type DetectionBy } from "../catalogue/detections";
import { alarmDescription, notification } from "../catalogue/notification";
import { SEVERITIES, SEVERITY_MEANING, type Severity } from "../catalogue/severities";
import { partition, type Baseline } from "../config";
import { AlertBus } from "../constructs/alert-bus";
import { AlertTopic } from "../constructs/alert-topic";
import { EncryptionKey } from "../constructs/encryption-key";
import { EventForwardRole } from "../constructs/event-forward-role";
import { EventRule } from "../constructs/event-rule";
import { MetricAlarm } from "../constructs/metric-alarm";
import { Organization } from "../constructs/organization";
import { literal } from "../constructs/policy-json";
import { BaselineStack } from "./baseline-stack";
import { isOurs } from "./requirements";

/** Topics by severity, alarms on the trail's log group, and rules on the events that are forwarded to the home Region. */
export class Alarms extends BaselineStack {
  static readonly id = "alarms";

  private readonly home = this.providers.at("management", this.baseline.homeRegion);
  private readonly metrics = detectionsBy(this.baseline.detections, "metric");
  private readonly events = detectionsBy(this.baseline.detections, "event");
  private readonly findings = detectionsBy(this.baseline.detections, "finding");

  constructor(scope: Construct, baseline: Baseline) {
    super(scope, Alarms.id, baseline);
    new Organization(this, "organization", {
      place: this.providers.global("management"),
      requirements: isOurs(baseline),
    });
    const topics = this.createTopics();
    this.alarmOnMetrics(topics);
    this.alertOnEvents(topics);
    new TerraformOutput(this, "topic_arns", { value: Object.fromEntries(topics) });
  }

  /** One encrypted topic for each severity in use. */
  private createTopics(): ReadonlyMap<Severity, string> {
    const used = new Set([...this.metrics, ...this.events, ...this.findings].map(({ severity }) => severity));
    const key = this.createKey();
    const create = (severity: Severity) =>
      new AlertTopic(this, severity, {
        place: this.home,
        partition: this.partition,
        region: this.baseline.homeRegion,
        account: this.baseline.accounts.management.id,
        name: this.names.topic(severity),
        displayName: `${this.baseline.name} ${severity}: ${SEVERITY_MEANING[severity]}`.slice(0, 100),
        keyArn: key.arn,
        // E-mail subscribers would have to confirm again.
        lifecycle: this.keep("management"),
        subscriptions: this.baseline.alerting.subscriptions.filter(
          (subscription) => subscription.severity === severity,
        ),
      });
    return new Map(
      SEVERITIES.filter((severity) => used.has(severity)).map((severity) => [severity, create(severity).arn]),
    );
  }

  private createKey(): EncryptionKey {
    const publish = { Effect: "Allow" as const, Action: ["kms:Decrypt", "kms:GenerateDataKey*"], Resource: "*" };
    const account = this.baseline.accounts.management.id;
    return new EncryptionKey(this, "alert-encryption", {
      place: this.home,
      partition: this.partition,
      account,
      alias: this.names.alertKeyAlias,
      description: `Alert topics of ${this.baseline.name}`,
      statements: [
        {
          ...publish,
          Sid: "CloudWatchAlarms",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
        // No Condition, as AWS documents it: EventBridge may not send the context that one would ask for.
        { ...publish, Sid: "EventBridgeRules", Principal: { Service: "events.amazonaws.com" } },
      ],
      lifecycle: this.keep("management"),
    });
  }

  /** Filter and alarm for each detection on the trail's log group. */
  private alarmOnMetrics(topics: ReadonlyMap<Severity, string>): void {
    for (const detection of this.metrics)
      new MetricAlarm(this, detection.id, {
        place: this.home,
        name: this.names.entry(detection.id),
        description: alarmDescription(detection),
        logGroupName: this.names.trailLogGroup,
        pattern: detection.path.pattern,
        metricName: detection.id,
        topicArn: topics.get(detection.severity) ?? "",
      });
  }

  /** The alert bus, what the management account forwards to it, and a rule for everything that arrives on it. */
  private alertOnEvents(topics: ReadonlyMap<Severity, string>): void {
    if (this.events.length + this.findings.length === 0) return;
    const bus = this.createBus();
    if (this.events.length > 0) this.forwardEvents(bus);

    const alert = (detection: DetectionBy<"event" | "finding">) => {
      const { inputPaths, inputTemplate } = notification(detection, detection.path.kind);
      new EventRule(this, detection.id, {
        place: this.home,
        name: this.names.entry(detection.id),
        description: detection.title,
        pattern: detection.path.pattern,
        busName: bus.name,
        target: {
          arn: topics.get(detection.severity) ?? "",
          inputTransformer: { inputPaths: { ...inputPaths }, inputTemplate: literal(inputTemplate) },
        },
      });
    };
    [...this.events, ...this.findings].forEach(alert);
    new TerraformOutput(this, "alert_bus_arn", { value: bus.arn });
  }

  private createBus(): AlertBus {
    const { management, security } = this.baseline.accounts;
    const forwarder = (account: string, role: string) => ({
      account,
      roleArn: `arn:${this.partition}:iam::${account}:role/${role}`,
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
  private forwardEvents(bus: AlertBus): void {
    const { globalRegion } = partition(this.baseline);
    const role = new EventForwardRole(this, "forward-events", {
      place: this.providers.global("management"),
      name: this.names.eventForwardRole,
      busArn: bus.arn,
    });
    for (const detection of this.events)
      new EventRule(this, `forward-${detection.id}`, {
        place: this.providers.at("management", globalRegion),
        name: `${this.names.entry(detection.id)}-forward`,
        description: `Forwards to the alert bus: ${detection.title}`,
        pattern: detection.path.pattern,
        target: { arn: bus.arn, roleArn: role.arn },
      });
  }
}
