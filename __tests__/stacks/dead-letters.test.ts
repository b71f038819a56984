import { parseArn } from "../../catalogue/aws/arn";
import type { BaselineConfig } from "../../config";
import { configuration, inChina } from "../support/configuration";
import { CASES } from "../support/examples";
import { synth } from "../support/synth";
import {
  accountOf,
  ofType,
  regionOf,
  resourcesOf,
  type Body,
  type Element,
  type Terraform,
} from "../support/terraform";

const REFERENCE = /^\$\{aws_sqs_queue\.([\w-]+)\.arn\}$/;

/** Without the example that has no event rules. */
const cases = [...CASES.filter(([name]) => !name.startsWith("single-region-minimal")), ["China", inChina()] as const];

const placeOf = (stack: Terraform, element: Pick<Element, "body">): string =>
  `${String(accountOf(stack, element))} ${String(regionOf(stack, element))}`;

const stacksOf = (config: BaselineConfig): readonly Terraform[] => Object.values(synth(config).stacks);

const queueOf = (stack: Terraform, target: Body): Body | undefined => {
  const arn = (target["dead_letter_config"] as Body | undefined)?.["arn"];
  return ofType(stack, "aws_sqs_queue")[REFERENCE.exec(String(arn))?.[1] ?? ""];
};

interface Statement {
  readonly Sid: string;
  readonly Action: string;
  readonly Resource: string;
  readonly Condition: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const statementOf = (queue: Body | undefined): Statement | undefined =>
  (JSON.parse(String(queue?.["policy"])) as { readonly Statement: readonly Statement[] }).Statement.find(
    ({ Sid }) => Sid === "EventBridgeRules",
  );

const asExpression = (pattern: string): RegExp => new RegExp(`^${pattern.replaceAll("*", ".*")}$`);

describe.each(cases)("%s", (_name, config) => {
  const targets = stacksOf(config).flatMap((stack) =>
    resourcesOf(stack)
      .filter(({ type }) => type === "aws_cloudwatch_event_target")
      .map((target) => ({ stack, target, queue: queueOf(stack, target.body) })),
  );

  test("what a target does not take is kept, where EventBridge may put it: in its account and Region", () => {
    for (const { stack, target, queue } of targets)
      expect([target.address, queue && placeOf(stack, { body: queue })]).toEqual([
        target.address,
        placeOf(stack, target),
      ]);
  });

  test("the queue admits the rule, and rules of no other place or name", () => {
    for (const { stack, target, queue } of targets) {
      const { Resource, Condition } = statementOf(queue) ?? {};
      const [account, region] = placeOf(stack, target).split(" ") as [string, string];
      const resource = parseArn(String(Resource));
      expect(resource).toMatchObject({ service: "sqs", account, region, resource: queue?.["name"] });
      const rules = asExpression(String(Condition?.["ArnLike"]?.["aws:SourceArn"]));
      const rule = (name: string, at = account) =>
        `arn:${String(resource?.partition)}:events:${region}:${at}:rule/${name}`;
      const name = synth(config).baseline.name;
      expect([`${name}-x-forward`, `${name}-alerts/${name}-x`].map((each) => rules.test(rule(each)))).toEqual([
        true,
        true,
      ]);
      expect([rule("orders"), rule(`${name}-x`, "444444444444")].filter((each) => rules.test(each))).toEqual([]);
    }
  });

  test("every queue has an alarm in its place: at home it tells a topic, elsewhere a rule carries it on", () => {
    for (const stack of stacksOf(config)) {
      const alarms = resourcesOf(stack).filter(({ type }) => type === "aws_cloudwatch_metric_alarm");
      for (const queue of resourcesOf(stack).filter(({ body }) => String(body["name"]).endsWith("-dead-letters"))) {
        const alarm = alarms.find(
          (each) =>
            placeOf(stack, each) === placeOf(stack, queue) &&
            (each.body["dimensions"] as Body | undefined)?.["QueueName"] === queue.body["name"],
        );
        expect(alarm?.body).toMatchObject({ namespace: "AWS/SQS", metric_name: "NumberOfMessagesSent", threshold: 1 });
        const isHome = regionOf(stack, queue) === synth(config).baseline.homeRegion;
        if (!isHome) expect(carriers(config, placeOf(stack, queue))).toBeGreaterThan(0);
        else if (synth(config).baseline.alerting.secondChannel !== undefined)
          expect(alarm?.body["alarm_actions"]).toHaveLength(1);
      }
    }
  });
});

/** How many rules in a place wait for alarms on what was not delivered. */
const carriers = (config: BaselineConfig, place: string): number =>
  stacksOf(config).flatMap((stack) =>
    resourcesOf(stack).filter(
      (rule) =>
        rule.type === "aws_cloudwatch_event_rule" &&
        placeOf(stack, rule) === place &&
        String(rule.body["name"]).endsWith("-alerts-not-delivered-forward"),
    ),
  ).length;

test("where nobody waits for the alarms, queues out of reach of a topic have none", () => {
  const { subscriptions, ...alerting } = configuration().alerting;
  const urgent = subscriptions.filter(({ severity }) => severity === "critical" || severity === "high");
  const config = configuration({ detections: ["guardduty-root"], alerting: { ...alerting, subscriptions: urgent } });
  const stack = synth(config).stacks["threat-detection"];
  const alarms = Object.keys(ofType(stack as Terraform, "aws_cloudwatch_metric_alarm"));
  expect(alarms.filter((name) => name.includes("dead-letters"))).toEqual([
    "us-east-1_security-threat-detection-dead-letters-delivery_alarm",
  ]);
});
