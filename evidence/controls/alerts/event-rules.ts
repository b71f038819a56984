import { isDeepStrictEqual } from "node:util";
import type { EventRuleFacts } from "../../../organization/event-rules";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, type Finding } from "../../item";
import { placesOf, type ExpectedRule } from "./expected-rules";

function problemOf(expected: ExpectedRule, rules: readonly EventRuleFacts[]): string | undefined {
  const rule = rules.find(({ name }) => name === expected.name);
  if (rule === undefined) return "does not exist";
  if (rule.state !== "ENABLED") return `is ${rule.state ?? "in no known state"}`;
  if (!isDeepStrictEqual(rule.pattern, expected.pattern)) return "looks for something else";
  const told = rule.targets.map(({ arn }) => arn);
  const missing = expected.targets.filter((target) => !told.includes(target));
  if (missing.length > 0) return `does not tell ${missing.join(", ")}`;
  const keepsAll = rule.targets.every(({ deadLetterArn }) => deadLetterArn !== undefined);
  return keepsAll ? undefined : "has a target without a dead-letter queue: what it does not take is lost";
}

function judgePlace(
  of: string,
  stack: string,
  expected: readonly ExpectedRule[],
  rules: readonly EventRuleFacts[],
): readonly Finding[] {
  const wrong = expected.flatMap((rule) => {
    const problem = problemOf(rule, rules);
    return problem === undefined ? [] : [gap(`${of}: ${rule.name}`, problem, applied(stack))];
  });
  return wrong.length > 0
    ? wrong
    : [inForce(of, `${expected.length} of ${expected.length} rules enabled, with their patterns and targets`)];
}

export const eventRules: Control = {
  id: "event-rules",
  title: "Every event rule is enabled, looks for what it should and tells where it should",
  matters: "Root sign-ins, findings and attempts to blind the alerts come this way, in seconds.",
  checklist: 5,
  references: [
    { source: "EventBridge User Guide", control: "monitoring: FailedInvocations" },
    { source: "EventBridge User Guide", control: "using dead-letter queues to process undelivered events" },
  ],
  reads: ["events:ListRules", "events:DescribeRule", "events:ListTargetsByRule", "events:DescribeEventBus"],
  judge: ({ live, blueprint }) =>
    placesOf(blueprint, live).flatMap(({ of, stack, rules, expected }) =>
      judged(of, rules, (found) => judgePlace(of, stack, expected, found)),
    ),
};
