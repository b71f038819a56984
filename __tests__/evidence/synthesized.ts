import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { BaselineConfig } from "../../config";
import type { DeliveryParts } from "../../organization/deliveries";
import type { EventBusFacts } from "../../organization/services/event-rules";
import type { JsonObject } from "../../organization/services/json";
import type { QueueFacts } from "../../organization/services/queues";
import { AT } from "../organization/as-read";
import { synth } from "../support/synth";
import { accountOf, regionOf, resourcesOf, type Body, type Terraform } from "../support/terraform";

/** Where something stands, and what it is. */
interface Stood<T> {
  readonly place: string;
  readonly thing: T;
}

const REFERENCE = /^\$\{(\w+)\.([\w-]+)\.(\w+)(?:\[0\]\.(\w+))?\}$/;

/** What a reference to a thing of the same stack becomes: an attribute of its block, or the ARN of a topic. */
function resolved(stack: Terraform, value: unknown): string {
  const [, type = "", name = "", attribute = "", inner] = REFERENCE.exec(String(value)) ?? [];
  const body = stack.resource?.[type]?.[name];
  if (body === undefined) return String(value);
  if (type === "aws_sns_topic" && attribute === "arn") {
    const region = String(regionOf(stack, { body }));
    return `arn:aws:sns:${region}:${accountOf(stack, { body })}:${String(body["name"])}`;
  }
  const block = [body[attribute]].flat()[0];
  return String(inner === undefined ? block : (block as Body)[inner]);
}

const alarmOf = (stack: Terraform, body: Body): MetricAlarm => ({
  AlarmName: String(body["alarm_name"]),
  ActionsEnabled: true,
  AlarmActions: ((body["alarm_actions"] ?? []) as readonly string[]).map((each) => resolved(stack, each)),
  StateValue: "OK",
  Namespace: resolved(stack, body["namespace"]),
  MetricName: resolved(stack, body["metric_name"]),
  Dimensions: Object.entries((body["dimensions"] ?? {}) as Body).map(([Name, Value]) => ({
    Name,
    Value: resolved(stack, Value),
  })),
  Threshold: body["threshold"] as number,
  ComparisonOperator: body["comparison_operator"] as MetricAlarm["ComparisonOperator"],
  Statistic: body["statistic"] as MetricAlarm["Statistic"],
  Period: body["period"] as number,
  EvaluationPeriods: body["evaluation_periods"] as number,
  TreatMissingData: body["treat_missing_data"] as string,
  ...(body["unit"] === undefined ? {} : { Unit: body["unit"] as MetricAlarm["Unit"] }),
});

const queueOf = (_: Terraform, body: Body): QueueFacts => ({
  name: String(body["name"]),
  policy: JSON.parse(String(body["policy"])) as JsonObject,
  keptSeconds: Number(body["message_retention_seconds"]),
  waiting: 0,
});

/** Everything of a type that the stacks make, with its account's id and Region. */
function made<T>(config: BaselineConfig, type: string, read: (stack: Terraform, body: Body) => T): readonly Stood<T>[] {
  return Object.values(synth(config).stacks).flatMap((stack) =>
    resourcesOf(stack)
      .filter((each) => each.type === type)
      .map((each) => ({
        place: `${accountOf(stack, each)} ${String(regionOf(stack, each))}`,
        thing: read(stack, each.body),
      })),
  );
}

/** The alarms that the stacks make, as CloudWatch would return them. */
export const madeAlarms = (config: BaselineConfig) => made(config, "aws_cloudwatch_metric_alarm", alarmOf);

/** The dead-letter queues that the stacks make, as SQS would return them. */
export const madeQueues = (config: BaselineConfig) =>
  made(config, "aws_sqs_queue", queueOf).filter(({ thing }) => thing.name.endsWith("-dead-letters"));

/** The bus of a name with the policy that the stacks give it, as EventBridge would return it. */
export function madeBus(config: BaselineConfig, name: string): EventBusFacts {
  const policies = made(config, "aws_cloudwatch_event_bus_policy", (stack, body) => ({
    bus: resolved(stack, body["event_bus_name"]),
    policy: JSON.parse(String(body["policy"])) as JsonObject,
  }));
  return { name, arn: "", policy: policies.find(({ thing }) => thing.bus === name)?.thing.policy };
}

/** What would be read wherever the stacks have put an alarm or a queue, by the name of the account. */
export function deliveriesOf(
  config: BaselineConfig,
  named: Readonly<Record<string, "management" | "security">>,
): DeliveryParts {
  const { homeRegion } = synth(config).baseline;
  const [alarms, queues] = [madeAlarms(config), madeQueues(config)];
  const at = <T>(all: readonly Stood<T>[]) =>
    [...new Set(all.map(({ place }) => place))].map((place) => {
      const [account = "", region = ""] = place.split(" ");
      const here = all.filter((each) => each.place === place).map(({ thing }) => thing);
      return { account: named[account] ?? "management", region, here: { at: AT, value: here } };
    });
  return {
    alarmsElsewhere: at(alarms)
      .filter(({ account, region }) => account !== "management" || region !== homeRegion)
      .map(({ here, ...place }) => ({ ...place, alarms: here })),
    deadLetters: at(queues).map(({ here, ...place }) => ({ ...place, queues: here })),
  };
}
