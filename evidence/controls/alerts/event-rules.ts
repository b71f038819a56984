import { isDeepStrictEqual } from "node:util";
import type { EventRuleFacts, EventTargetFacts } from "../../../organization/services/event-rules";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, type Finding } from "../../item";
import { judgeBus } from "./event-bus";
import { placesOf, type ExpectedRule, type ExpectedTarget, type Place } from "./expected-rules";

/** The rules of a place, and the queues of which each target must name one. */
interface Found extends Pick<Place, "deadLetters"> {
  readonly rules: readonly EventRuleFacts[];
}

/** What of a target is not as it should be. */
function targetProblem({ arn, role, message }: ExpectedTarget, live: readonly EventTargetFacts[]): string | undefined {
  const told = live.filter((each) => each.arn === arn);
  const [target] = told;
  if (target === undefined) return `does not tell ${arn}`;
  if (told.length > 1) return `tells ${arn} more than once`;
  if (target.roleArn !== role)
    return `tells ${arn} as ${target.roleArn ?? "nobody"}, not as ${role ?? "EventBridge itself"}`;
  const said = target.inputTransformer;
  const wanted = message && { InputPathsMap: message.inputPaths, InputTemplate: message.inputTemplate };
  return isDeepStrictEqual(said, wanted) ? undefined : `tells ${arn} another text than the catalogue's`;
}

function problemOf(expected: ExpectedRule, { rules, deadLetters }: Found): string | undefined {
  const rule = rules.find(({ name }) => name === expected.name);
  if (rule === undefined) return "does not exist";
  if (rule.state !== "ENABLED") return `is ${rule.state ?? "in no known state"}`;
  if (!isDeepStrictEqual(rule.pattern, expected.pattern)) return "looks for something else";
  const wrong = expected.targets.flatMap((target) => targetProblem(target, rule.targets) ?? []);
  if (wrong.length > 0) return wrong.join("; ");
  const kept = rule.targets.map(({ deadLetterArn }) => deadLetterArn);
  if (kept.includes(undefined)) return "has a target without a dead-letter queue: what it does not take is lost";
  const others = kept.filter((queue) => queue !== undefined && !deadLetters.includes(queue));
  return others.length === 0
    ? undefined
    : `keeps what a target does not take in ${others.join(", ")}, on which no alarm of ours stands`;
}

function judgePlace({ of, stack, expected, deadLetters }: Place, rules: Found["rules"]): readonly Finding[] {
  const wrong = expected.flatMap((rule) => {
    const problem = problemOf(rule, { rules, deadLetters });
    return problem === undefined ? [] : [gap(`${of}: ${rule.name}`, problem, applied(stack))];
  });
  return wrong.length > 0
    ? wrong
    : [inForce(of, `${expected.length} of ${expected.length} rules enabled, with their patterns and targets`)];
}

export const eventRules: Control = {
  id: "event-rules",
  title: "Every event rule is enabled, looks for what it should and tells where it should, and the buses take it",
  matters: "Root sign-ins, findings and attempts to blind the alerts come this way, in seconds.",
  checklist: 5,
  references: [
    { source: "EventBridge User Guide", control: "monitoring: FailedInvocations" },
    { source: "EventBridge User Guide", control: "using dead-letter queues to process undelivered events" },
  ],
  reads: ["events:ListRules", "events:DescribeRule", "events:ListTargetsByRule", "events:DescribeEventBus"],
  judge: ({ live, blueprint }) => {
    const { event, finding } = blueprint.detectionsByPath;
    return [
      ...placesOf(blueprint, live).flatMap((place) =>
        judged(place.of, place.rules, (found) => judgePlace(place, found)),
      ),
      ...(event.length + finding.length === 0 ? [] : judgeBus("policy of the alert bus", live.alarms.bus, blueprint)),
      ...(blueprint.baseline.alerting.secondChannel === undefined
        ? []
        : judgeBus("policy of the second channel's bus", live.secondChannel.bus, blueprint)),
    ];
  },
};
