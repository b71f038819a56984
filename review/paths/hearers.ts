import { oncePer } from "../../config";
import { grouped } from "../model/grouped";
import { at, canonical, Unknown, type Thing } from "../model/thing";
import type { World } from "../model/world";

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** How a subscriber is reached: its protocol and its endpoint, which nobody prints. */
const reached = ({ values }: Thing): string => canonical([values["protocol"], values["endpoint"]]);

/** Who hears of what: topics with their subscribers, and whatever tells topics. */
export class Hearers {
  private readonly known = new Map<Thing, readonly Thing[]>();

  private readonly alarmsByNamespace: ReadonlyMap<string, readonly Thing[]>;
  private readonly targetsByRule: ReadonlyMap<Thing | undefined, readonly Thing[]>;

  constructor(readonly world: World) {
    this.alarmsByNamespace = grouped(world.of("aws_cloudwatch_metric_alarm"), ({ values }) =>
      canonical(values["namespace"]),
    );
    this.targetsByRule = grouped(world.of("aws_cloudwatch_event_target"), (target) =>
      world.named("aws_cloudwatch_event_rule", target.values["rule"], target),
    );
  }

  topic(value: unknown, by: Thing): Thing | undefined {
    return this.world.named("aws_sns_topic", value, by);
  }

  subscriptionsOf(topic: Thing): readonly Thing[] {
    const found =
      this.known.get(topic) ??
      this.world
        .of("aws_sns_topic_subscription")
        .filter((each) => this.topic(each.values["topic_arn"], each) === topic);
    this.known.set(topic, found);
    return found;
  }

  subscribersOf(topic: Thing): readonly string[] {
    return this.subscriptionsOf(topic).map(reached);
  }

  /** Topics that an alarm tells; none where its actions are off. */
  topicsOfAlarm(alarm: Thing): readonly Thing[] {
    if (alarm.values["actions_enabled"] === false) return [];
    return list(alarm.values["alarm_actions"]).flatMap((action) => this.topic(action, alarm) ?? []);
  }

  /** Actions of an alarm that are no topic of the reviewed stacks. */
  otherActionsOf(alarm: Thing): readonly unknown[] {
    return list(alarm.values["alarm_actions"]).filter((action) => this.topic(action, alarm) === undefined);
  }

  /** Alarms on the metric into which a filter counts. */
  alarmsOf(filter: Thing): readonly Thing[] {
    const [name, namespace] = ["name", "namespace"].map((key) => at(filter.values["metric_transformation"], key));
    return (this.alarmsByNamespace.get(canonical(namespace)) ?? []).filter(
      ({ account, region, values: { metric_name: metric } }) =>
        account === filter.account &&
        region === filter.region &&
        (metric === name || (metric instanceof Unknown && this.world.named(filter.type, metric) === filter)),
    );
  }

  /** Targets of a rule: those that name it, on its bus. None where it is switched off. */
  targetsOf(rule: Thing): readonly Thing[] {
    if (/^"DISABLED/.test(canonical(rule.values["state"])) || rule.values["is_enabled"] === false) return [];
    return (this.targetsByRule.get(rule) ?? []).filter((target) => this.busName(target) === this.busName(rule));
  }

  /** The bus that a rule or a target is on; `default` where it names none. */
  busName(thing: Thing): string {
    const value = thing.values["event_bus_name"];
    if (value === undefined || value === null || value === "" || value === "default") return "default";
    return canonical(this.bus(value, thing)?.values["name"] ?? value);
  }

  bus(value: unknown, by: Thing): Thing | undefined {
    return this.world.named("aws_cloudwatch_event_bus", value, by);
  }

  /** Rules on a bus. */
  rulesOn(bus: Thing): readonly Thing[] {
    return this.world
      .of("aws_cloudwatch_event_rule")
      .filter(
        (rule) =>
          rule.account === bus.account &&
          rule.region === bus.region &&
          this.busName(rule) === canonical(bus.values["name"]),
      );
  }
}

/** The hearers of a side, worked out once. */
export const hearersOf = oncePer((world: World) => new Hearers(world));
