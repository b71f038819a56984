import {
  DescribeEventBusCommand,
  DescribeRuleCommand,
  type EventBridgeClient,
  type InputTransformer,
  ListRulesCommand,
  ListTargetsByRuleCommand,
} from "@aws-sdk/client-eventbridge";
import { unlessAbsent } from "../clients/absent";
import { optionalJsonObject, type JsonObject } from "./json";
import { everything, pagesOf } from "../clients/pages";

export interface EventBusFacts {
  readonly name: string;
  readonly arn: string;
  readonly policy?: JsonObject;
}

export interface EventRuleFacts {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly bus: string;
  readonly state?: string;
  readonly description?: string;
  readonly pattern?: JsonObject;
  readonly targets: readonly EventTargetFacts[];
}

export interface EventTargetFacts {
  readonly id?: string;
  readonly arn: string;
  readonly roleArn?: string;
  /** Queue that keeps what the target did not take. */
  readonly deadLetterArn?: string;
  readonly inputTransformer?: InputTransformer;
}

/** Which rules: on which bus, in which account and Region, with which beginning of their names. */
export interface RulesWanted {
  readonly account: string;
  readonly region: string;
  /** The default bus is called `default`. */
  readonly bus: string;
  readonly prefix: string;
}

const ABSENT = ["ResourceNotFoundException"];

/** The event bus of a name, or undefined. */
export async function readEventBus(client: EventBridgeClient, name: string): Promise<EventBusFacts | undefined> {
  const bus = await unlessAbsent(ABSENT, client.send(new DescribeEventBusCommand({ Name: name })));
  return bus && { name, arn: bus.Arn ?? "", policy: optionalJsonObject(bus.Policy) };
}

async function readRule(client: EventBridgeClient, name: string, wanted: RulesWanted): Promise<EventRuleFacts> {
  const { account, region, bus } = wanted;
  const listTargets = (NextToken: string | undefined) =>
    client.send(new ListTargetsByRuleCommand({ Rule: name, EventBusName: bus, NextToken }));
  const [rule, targets] = await Promise.all([
    client.send(new DescribeRuleCommand({ Name: name, EventBusName: bus })),
    everything(pagesOf(listTargets), (page) => page.Targets),
  ]);
  return {
    account,
    region,
    name,
    bus,
    state: rule.State,
    description: rule.Description,
    pattern: optionalJsonObject(rule.EventPattern),
    targets: targets.map(({ Id, Arn, RoleArn, DeadLetterConfig, InputTransformer: inputTransformer }) => ({
      id: Id,
      arn: Arn ?? "",
      roleArn: RoleArn,
      deadLetterArn: DeadLetterConfig?.Arn,
      inputTransformer,
    })),
  };
}

/** Rules with their targets, by name; none where the bus does not exist. */
export async function readEventRules(
  client: EventBridgeClient,
  wanted: RulesWanted,
): Promise<readonly EventRuleFacts[]> {
  const listRules = (NextToken: string | undefined) =>
    client.send(new ListRulesCommand({ EventBusName: wanted.bus, NamePrefix: wanted.prefix, NextToken }));
  const rules = await unlessAbsent(
    ABSENT,
    everything(pagesOf(listRules), (page) => page.Rules),
  );
  const names = (rules ?? []).map(({ Name }) => Name ?? "").sort();
  return Promise.all(names.map((name) => readRule(client, name, wanted)));
}
