import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { BaselineConfig } from "../../config";
import type { DeliveryParts } from "../../organization/deliveries";
import type { RoleFacts } from "../../organization/services/roles";
import type { ScheduleFacts } from "../../organization/services/schedules";
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

/** ARNs that AWS gives. */
const ARNS: Readonly<Record<string, (region: string, account: string, name: string) => string>> = {
  aws_sns_topic: (region, account, name) => `arn:aws:sns:${region}:${account}:${name}`,
  aws_cloudwatch_event_bus: (region, account, name) => `arn:aws:events:${region}:${account}:event-bus/${name}`,
  aws_iam_role: (_, account, name) => `arn:aws:iam::${account}:role/${name}`,
};

/** What a reference to a thing of the same stack becomes: an attribute of its block, or the ARN of a topic. */
function resolved(stack: Terraform, value: unknown): string {
  const [, type = "", name = "", attribute = "", inner] = REFERENCE.exec(String(value)) ?? [];
  const body = stack.resource?.[type]?.[name];
  if (body === undefined) return String(value);
  if (attribute === "arn" && type in ARNS) {
    const place = [String(regionOf(stack, { body })), String(accountOf(stack, { body }))] as const;
    return ARNS[type]?.(...place, String(body["name"])) ?? "";
  }
  const block = [body[attribute]].flat()[0];
  return String(inner === undefined ? block : (block as Body)[inner]);
}

/** A policy as AWS keeps it: with what Terraform puts in the place of its references. */
const policyOf = (stack: Terraform, text: unknown): JsonObject =>
  JSON.parse(
    String(text)
      .replace(/\$\{aws_[\w-]+\.[\w-]+\.\w+\}/g, (reference) => resolved(stack, reference))
      .replace(/\$\$\{/g, "${"),
  ) as JsonObject;

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

/** A role of a name as the stacks make it, as IAM would return it. */
export function madeRole(config: BaselineConfig, name: string): RoleFacts | undefined {
  const policies = made(config, "aws_iam_role_policy", (stack, body) => ({
    of: resolved(stack, body["role"]),
    entry: [String(body["name"]), policyOf(stack, body["policy"])] as const,
  }));
  return made(config, "aws_iam_role", (stack, body) => ({
    ...{ arn: "", name: String(body["name"]), trustPolicy: policyOf(stack, body["assume_role_policy"]) },
    inlinePolicies: Object.fromEntries(
      policies.filter(({ thing }) => thing.of === body["name"]).map(({ thing }) => thing.entry),
    ),
    attachedPolicies: [],
  })).find(({ thing }) => thing.name === name)?.thing;
}

/** The schedule of a name, as EventBridge Scheduler would return it. */
export const madeSchedule = (config: BaselineConfig, name: string): ScheduleFacts | undefined =>
  made(config, "aws_scheduler_schedule", (stack, body): ScheduleFacts & { readonly name: unknown } => {
    const target = body["target"] as Readonly<Record<string, string>>;
    return {
      ...{ name: body["name"], state: String(body["state"]), expression: String(body["schedule_expression"]) },
      window: String((body["flexible_time_window"] as Body)["mode"]),
      target: { arn: target["arn"], input: target["input"], roleArn: resolved(stack, target["role_arn"]) },
    };
  }).find(({ thing }) => thing.name === name)?.thing;

/** The bus of a name with the policy that the stacks give it, as EventBridge would return it. */
export function madeBus(config: BaselineConfig, name: string): EventBusFacts {
  const policies = made(config, "aws_cloudwatch_event_bus_policy", (stack, body) => ({
    bus: resolved(stack, body["event_bus_name"]),
    arn: resolved(stack, String(body["event_bus_name"]).replace(/\.name\}$/, ".arn}")),
    policy: policyOf(stack, body["policy"]),
  }));
  return {
    name,
    arn: policies.find(({ thing }) => thing.bus === name)?.thing.arn ?? "",
    policy: policies.find(({ thing }) => thing.bus === name)?.thing.policy,
  };
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
  const mutes = at(alarms).map(({ account, region }) => ({ account, region, mutes: { at: AT, value: [] } }));
  return {
    alarmMutes: mutes,
    alarmsElsewhere: at(alarms)
      .filter(({ account, region }) => account !== "management" || region !== homeRegion)
      .map(({ here, ...place }) => ({ ...place, alarms: here })),
    deadLetters: at(queues).map(({ here, ...place }) => ({ ...place, queues: here })),
  };
}
