import { QUEUE_RETENTION_DAYS } from "../../../catalogue/quotas";
import type { Blueprint } from "../../../config";
import { conditionValues, isObject, statementsOf, type JsonObject } from "../../../organization/services/json";
import type { QueueFacts } from "../../../organization/services/queues";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, type Finding } from "../../item";
import { readingOfNone } from "../../none";

type RulePlace = Blueprint["rulePlaces"][number];

const DAY_SECONDS = 86_400;

const isAboutTls = (statement: JsonObject): boolean =>
  conditionValues({ Statement: [statement] }, "aws:SecureTransport").includes("false");

const conditionKeys = ({ Condition = {} }: JsonObject): readonly string[] =>
  isObject(Condition) ? Object.values(Condition).flatMap((keys) => (isObject(keys) ? Object.keys(keys) : [])) : [];

/** What of a queue's policy keeps EventBridge out, or lets others in. */
function policyProblem({ policy = {} }: QueueFacts, rules: string): string | undefined {
  const allows = statementsOf(policy).filter(({ Effect }) => Effect === "Allow");
  const denies = statementsOf(policy).filter(({ Effect }) => Effect === "Deny");
  const isForRules = (statement: JsonObject): boolean =>
    JSON.stringify(statement["Principal"]) === '{"Service":"events.amazonaws.com"}' &&
    [statement["Action"]].flat().some((action) => /^sqs:sendmessage$/i.test(String(action))) &&
    conditionKeys(statement).join() === "aws:SourceArn" &&
    conditionValues({ Statement: [statement] }, "aws:SourceArn").join() === rules;
  if (!allows.some(isForRules)) return `its policy does not admit EventBridge for ${rules}`;
  if (!allows.every(isForRules)) return "its policy admits others, who can fill it or empty it";
  return denies.every(isAboutTls) ? undefined : "its policy denies more than what comes without TLS";
}

function judgeQueue(place: RulePlace, queues: readonly QueueFacts[], blueprint: Blueprint): Finding {
  const { stack, account, region } = place;
  const { accounts, arns, names } = blueprint;
  const name = names.deadLetters(stack);
  const of = `${account}, ${region}: ${name}`;
  const queue = queues.find((each) => each.name === name);
  if (queue === undefined) return gap(of, "does not exist: what a target does not take is lost", applied(stack));
  const problem = policyProblem(queue, arns.anyRule(accounts[account].id, region));
  if (problem !== undefined) return gap(of, problem, applied(stack));
  const days = queue.keptSeconds / DAY_SECONDS;
  if (!(days >= QUEUE_RETENTION_DAYS))
    return gap(of, `keeps events ${days} days, not ${QUEUE_RETENTION_DAYS}`, applied(stack));
  const waiting = queue.waiting === 0 ? "none waits" : `about ${queue.waiting} wait to be read`;
  return inForce(of, `keeps undelivered events ${QUEUE_RETENTION_DAYS} days; ${waiting}`);
}

export const deadLetters: Control = {
  id: "dead-letters",
  title: "Wherever event rules stand, a queue keeps what they could not deliver",
  matters: "EventBridge drops what a target does not take, and nobody can read afterwards what was missed.",
  checklist: 5,
  references: [{ source: "EventBridge User Guide", control: "using dead-letter queues to process undelivered events" }],
  reads: ["sqs:GetQueueAttributes"],
  judge: ({ live, blueprint }) =>
    blueprint.rulePlaces.flatMap((place) => {
      const { account, region, stack } = place;
      const found = live.deadLetters.find((each) => each.account === account && each.region === region);
      const of = `${account}, ${region}: ${blueprint.names.deadLetters(stack)}`;
      return judged(of, found?.queues ?? readingOfNone(of), (queues) => [judgeQueue(place, queues, blueprint)]);
    }),
};
