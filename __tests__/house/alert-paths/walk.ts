import { judgeOf, type Judge } from "../../../catalogue/alerts/detection-judge";
import type { Event } from "../../../catalogue/detection";
import type { PathPart } from "../../../catalogue/alerts/alert-path";
import { apiCallEnvelope } from "../../../catalogue/detections/sample-events";
import type { Synthesis } from "../../support/synth";
import { accountOf, regionOf, resourcesOf, type Body, type Element } from "../../support/terraform";
import { received } from "../../support/template";
import { lostWithout } from "./silence";

/** A part of a path, in the account that holds it: `topic@111111111111`. */
export type Place = `${PathPart}@${string}`;

/** A way on which the message about an event reaches somebody, as the synthesized Terraform has it. */
export interface Way {
  readonly kind: "metric" | "event" | "silence" | "finding";
  readonly places: ReadonlySet<Place>;
}

/** A way on which it is told that nothing comes any longer. */
export interface WayOfSilence extends Way {
  /** Name of the alarm. */
  readonly alarm: string;
  /** What must be there for something to come: the alarm tells where one of them is lost. */
  readonly tellsOf: ReadonlySet<Place>;
}

interface Located extends Element {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** Everything that an organization has, once every stack is deployed. */
function located({ stacks }: Synthesis): readonly Located[] {
  return Object.values(stacks).flatMap((stack) =>
    resourcesOf(stack).map((element) => ({
      ...element,
      account: accountOf(stack, element) ?? "",
      region: String(regionOf(stack, element)),
      name: element.address.split(".")[1] ?? "",
    })),
  );
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Chat channels, by the types of their resources. */
const CHANNELS = ["aws_chatbot_slack_channel_configuration", "aws_chatbot_teams_channel_configuration"];

/** The events of this organization and who hears of them. */
export class Organization {
  private readonly all: readonly Located[];
  private readonly judges = new Map<unknown, Judge>();

  constructor(synthesis: Synthesis) {
    this.all = located(synthesis);
  }

  private of(type: string): readonly Located[] {
    return this.all.filter((each) => each.type === type);
  }

  /** The resource of a type that a text names: by reference, by name, or by the end of its ARN. */
  private named(type: string, reference: unknown): Located | undefined {
    const text = String(reference);
    const [, address] = /^\$\{(?:aws_\w+)\.([\w-]+)\./.exec(text) ?? [];
    return this.of(type).find(
      ({ name, body, account }) =>
        name === address || body["name"] === text || text.endsWith(`:${account}:${String(body["name"])}`),
    );
  }

  /** What follows a publisher: a topic with somebody who is subscribed, or a chat channel. None where nobody hears. */
  private hearers(reference: unknown): readonly (readonly Place[])[] {
    const topic = this.named("aws_sns_topic", reference);
    if (topic === undefined) return [];
    const subscribed = this.of("aws_sns_topic_subscription").some(
      ({ body }) => this.named("aws_sns_topic", body["topic_arn"]) === topic,
    );
    const inChat = CHANNELS.flatMap((type) => this.of(type)).some(({ body }) =>
      texts(body["sns_topic_arns"]).some((told) => this.named("aws_sns_topic", told) === topic),
    );
    const people: readonly Place[] = [`topic@${topic.account}`, `subscription@${topic.account}`];
    // A channel subscribes itself: whoever takes the subscription away has silenced it, too.
    return [...(subscribed ? [people] : []), ...(inChat ? [[...people, `chat@${topic.account}` as const]] : [])];
  }

  private way(kind: Way["kind"], before: readonly Place[], topic: unknown): readonly Way[] {
    return this.hearers(topic).map((hearers) => ({ kind, places: new Set([...before, ...hearers]) }));
  }

  /** Filters on the trail's log group which the record matches, their alarms, and whom those tell. */
  private byMetric(record: Event): readonly Way[] {
    return this.of("aws_cloudwatch_log_metric_filter")
      .filter(({ body }) => this.fires(body["pattern"], record, (text) => judgeOf({ kind: "metric", texts: [text] })))
      .flatMap((filter) => this.alarmsOn(filter))
      .flatMap(({ account, body }) =>
        texts(body["alarm_actions"]).flatMap((topic) =>
          this.way(
            "metric",
            [`trail@${account}`, `log-group@${account}`, `filter@${account}`, `alarm@${account}`],
            topic,
          ),
        ),
      );
  }

  /** Whether a deployed pattern fires, under every reading. Each pattern is read once. */
  private fires(deployed: unknown, event: Event, read: (text: string) => Judge): boolean {
    const judge = this.judges.get(deployed) ?? read(received(String(deployed)));
    this.judges.set(deployed, judge);
    return judge(event).every((fired) => fired);
  }

  private alarmsOn(filter: Located): readonly Located[] {
    const metric = filter.body["metric_transformation"] as Body;
    return this.of("aws_cloudwatch_metric_alarm").filter(
      ({ name, body }) =>
        body["namespace"] === metric["namespace"] &&
        body["unit"] === metric["unit"] &&
        name.replace(/_\w+$/, "") === filter.name.replace(/_[\w-]+$/, ""),
    );
  }

  /** Rules on a bus that match the event, and where they send it: on to another bus, or to a topic. */
  byRules(event: Event, kind: Way["kind"] = "event", trail: readonly Place[] = []): readonly Way[] {
    const at = { account: String(event["account"]), region: String(event["region"]) };
    return this.sentFrom(undefined, at, event).flatMap(({ target, rule }) => {
      const bus = this.busOf(target);
      const before: readonly Place[] = [...trail, `rule@${rule.account}`, `bus@${rule.account}`];
      if (bus === undefined) return this.way(kind, before, target);
      return this.sentFrom(bus, bus, event).flatMap((next) =>
        this.way(kind, [...before, `bus@${bus.account}`, `rule@${bus.account}`], next.target),
      );
    });
  }

  private sentFrom(bus: Located | undefined, at: { account: string; region: string }, event: Event) {
    return this.of("aws_cloudwatch_event_rule")
      .filter(({ account, region }) => account === at.account && region === at.region)
      .filter(({ body }) => this.busOf(body["event_bus_name"]) === bus)
      .filter(({ body }) =>
        this.fires(body["event_pattern"], event, (text) =>
          judgeOf({ kind: "event", pattern: JSON.parse(text) as Event }),
        ),
      )
      .flatMap((rule) =>
        this.of("aws_cloudwatch_event_target")
          .filter(({ body }) => this.named("aws_cloudwatch_event_rule", body["rule"]) === rule)
          .map(({ body }) => ({ rule, target: body["arn"] })),
      );
  }

  /** The bus that a reference, a name or an ARN means; none for the default bus and for topics. */
  private busOf(reference: unknown): Located | undefined {
    if (typeof reference !== "string") return undefined;
    const text = reference;
    const found = this.named("aws_cloudwatch_event_bus", text);
    if (found !== undefined) return found;
    const [, account, name] = /:(\d+):event-bus\/(.+)$/.exec(text) ?? [];
    return this.of("aws_cloudwatch_event_bus").find((bus) => bus.account === account && bus.body["name"] === name);
  }

  /** Every way on which the call is told: by the trail, by rules where it arrives, and by the silence that follows. */
  waysOf(record: Event): readonly Way[] {
    const account = String(record["recipientAccountId"]);
    const trail: readonly Place[] = [`trail@${this.home("aws_cloudwatch_log_metric_filter")}`];
    return [
      ...this.byMetric(record),
      ...this.byRules(apiCallEnvelope({ ...record, recipientAccountId: account }), "event", trail),
    ];
  }

  /** The ways on which it is told that nothing comes any longer: each alarm itself, and what its state sets off. */
  waysOfSilence(): readonly WayOfSilence[] {
    const filters = this.of("aws_cloudwatch_log_metric_filter");
    return this.of("aws_cloudwatch_metric_alarm")
      .filter(({ body }) => body["treat_missing_data"] === "breaching")
      .flatMap(({ account, region, body }) => {
        const alarm: readonly Place[] = [`alarm@${account}`];
        const changed = {
          "detail-type": "CloudWatch Alarm State Change",
          source: "aws.cloudwatch",
          account,
          region,
          detail: { alarmName: body["alarm_name"], state: { value: "ALARM" } },
        };
        const tellsOf = new Set(lostWithout(body, filters).map((part): Place => `${part}@${account}`));
        return [
          ...texts(body["alarm_actions"]).flatMap((topic) => this.way("silence", alarm, topic)),
          ...this.byRules(changed, "silence", alarm),
        ].map((way) => ({ ...way, alarm: String(body["alarm_name"]), tellsOf }));
      });
  }

  private home(type: string): string {
    return this.of(type)[0]?.account ?? "";
  }
}
