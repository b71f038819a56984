import type { Construct } from "constructs";
import type { Arrival } from "../catalogue/detection";
import { kindOf, notification } from "../catalogue/alerts/notification";
import type { Blueprint } from "../config";
import { AlertBus } from "../constructs/alerts/alert-bus";
import { DeliveryAlarm } from "../constructs/alerts/delivery-alarm";
import { EventForwardRole } from "../constructs/alerts/event-forward-role";
import { EventRule } from "../constructs/alerts/event-rule";
import type { Place } from "../constructs/place";
import { literal } from "../constructs/policy-json";
import type { SecondChannel } from "../constructs/alerts/second-channel";
import { otherTopic, topicOf, type Topics } from "./alerting";
import type { DeadLetters } from "./dead-letters";
import { forwardRule, regionsIn } from "./forward-rule";
import type { Providers } from "./providers";

/** Where rules stand, and whom they tell. */
export interface EventAlertsProps {
  readonly blueprint: Blueprint;
  readonly providers: Providers;
  readonly topics: Topics;
  readonly second: SecondChannel | undefined;
  readonly deadLetters: DeadLetters;
}

/** The alert bus, and the role of the management account that puts events on it. */
export interface Forwarding {
  readonly busArn: string;
  readonly roleArn: string;
}

type EventDetection = Blueprint["detectionsByPath"]["event"][number];
type FindingDetection = Blueprint["detectionsByPath"]["finding"][number];

/** The alert bus, what the management account forwards to it, and a rule for everything that arrives on it. */
export class EventAlerts {
  /** None where no detection goes by events. */
  readonly bus: AlertBus | undefined;
  /** None where nothing is forwarded from the management account. */
  readonly forwarding: Forwarding | undefined;
  private readonly home: Place;

  constructor(
    private readonly scope: Construct,
    private readonly props: EventAlertsProps,
  ) {
    const { blueprint, providers } = props;
    const { event, finding } = blueprint.detectionsByPath;
    this.home = providers.at("management", blueprint.homeRegion);
    if (event.length + finding.length === 0) return;
    const bus = new AlertBus(scope, "alert-bus", {
      place: this.home,
      partition: blueprint.partition.id,
      name: blueprint.names.alertBus,
      forwarders: blueprint.forwarders,
    });
    this.bus = bus;
    if (event.length > 0) this.forwarding = this.forwardEvents(event, bus);
    for (const detection of [...event, ...finding]) this.alertOn(detection, bus);
  }

  /** A rule on the alert bus, and an alarm that tells elsewhere when the rule cannot deliver. */
  private alertOn(detection: EventDetection | FindingDetection, bus: AlertBus): void {
    const { id, title, severity, path } = detection;
    const { blueprint, topics, deadLetters } = this.props;
    const { inputPaths, inputTemplate } = notification(detection, kindOf(path), blueprint.baseline.alerting.runbooks);
    const rule = new EventRule(this.scope, id, {
      place: this.home,
      name: blueprint.names.entry(id),
      description: title,
      pattern: path.pattern,
      busName: bus.name,
      deadLetterArn: deadLetters.at("management", blueprint.homeRegion),
      target: {
        arn: topicOf(severity, topics),
        inputTransformer: { inputPaths: { ...inputPaths }, inputTemplate: literal(inputTemplate) },
      },
    });
    new DeliveryAlarm(this.scope, `${id}-delivery`, {
      place: this.home,
      of: { rule: rule.name, bus: blueprint.names.alertBus },
      topicArn: otherTopic(severity, topics),
    });
  }

  /**
   * Forwards to the bus what arrives in the management account: calls of global services in one Region of the partition,
   * those on the alarms and the trail at home. What arrives in governed Regions is the threat-detection stack's.
   */
  private forwardEvents(events: readonly EventDetection[], bus: AlertBus): Forwarding {
    const { blueprint, providers, second } = this.props;
    const role = new EventForwardRole(this.scope, "forward-events", {
      place: providers.global("management"),
      name: blueprint.names.eventForwardRole,
      account: blueprint.accounts.management.id,
      rulesArn: blueprint.arns.forwardRule(blueprint.accounts.management.id, "*", "*"),
      busArns: [bus.arn, ...(second === undefined ? [] : [second.busArn])],
    });
    for (const detection of events)
      for (const region of this.regionsOf(detection.path.arrives)) this.forwardFrom(region, detection, { bus, role });
    return { busArn: bus.arn, roleArn: role.arn };
  }

  /** Where calls arrive in the management account: at home, and where services of the whole partition record theirs. */
  private regionsOf(arrives: readonly Arrival[]): readonly string[] {
    const here = arrives.filter(({ account, region }) => account === "management" && region !== "governed");
    return regionsIn(this.props.blueprint, here);
  }

  private forwardFrom(
    region: string,
    detection: EventDetection,
    { bus, role }: { readonly bus: AlertBus; readonly role: EventForwardRole },
  ): void {
    const { blueprint, providers, topics, second, deadLetters } = this.props;
    const { id, severity } = detection;
    const { homeRegion, partition } = blueprint;
    // In China, Organizations records its calls in a Region of its own.
    const elsewhere = region === homeRegion ? "home-" : "organizations-";
    forwardRule(this.scope, `${region === partition.globalRegion ? "" : elsewhere}forward-${id}`, {
      blueprint,
      detection,
      place: providers.at("management", region),
      region,
      roleArn: role.arn,
      busArn: bus.arn,
      secondBusArn: second?.busArn,
      deadLetterArn: deadLetters.at("management", region),
      after: [],
      topicArn: otherTopic(severity, topics),
    });
  }
}
