import { parseArn } from "../../catalogue/aws/arn";
import type { ReviewInput } from "../model/review-input";
import { beforeOf } from "../model/same-thing";
import { at, isNothing, type Change, type Thing } from "../model/thing";
import type { Found } from "./rule";
import { nameOf, placeOf } from "./words";

/** What only tells or keeps what it is sent. Anything else may do something. */
const LISTENERS = ["sns", "sqs", "events", "logs"];

/** Accounts that are not of the organization, as far as its accounts are known. */
function outsiderIn({ organization: { accounts, knowledge } }: ReviewInput, account: string): boolean {
  const isKnown = knowledge !== "targets" && accounts.length > 0;
  return isKnown && account !== "" && !accounts.some(({ id }) => id === account);
}

/** What is strange of an ARN that something new is sent to. */
function strangeOf(input: ReviewInput, arn: unknown): readonly string[] {
  const { service, account } = parseArn(String(arn)) ?? {};
  if (service === undefined || account === undefined) return [];
  return [
    ...(LISTENERS.includes(service) ? [] : [`\`${service}\`, which may do anything`]),
    ...(outsiderIn(input, account) ? [`the account ${account}, which is not of the organization`] : []),
  ];
}

const ruleOf = ({ values: { rule }, label }: Thing): string => (typeof rule === "string" ? rule : label);

type Judge = (after: Thing, before: Thing | undefined, input: ReviewInput) => readonly string[];

const target: Judge = (after, before, input) =>
  before !== undefined
    ? []
    : strangeOf(input, after.values["arn"]).map(
        (what) => `a new target of the event rule \`${ruleOf(after)}\` tells ${what}`,
      );

/** In each of its states an alarm may tell somebody, or do something. */
const ACTIONS = ["alarm_actions", "ok_actions", "insufficient_data_actions"];

const actionsOf = (alarm: Thing | undefined): readonly unknown[] =>
  ACTIONS.flatMap((key) => [alarm?.values[key] ?? []].flat());

const alarm: Judge = (after, before, input) => {
  const old = actionsOf(before).map(String);
  return actionsOf(after)
    .filter((action) => !old.includes(String(action)))
    .flatMap((action) => strangeOf(input, action))
    .map((what) => `the alarm \`${nameOf(after)}\` also tells ${what}`);
};

const subscription: Judge = (after, _before, input) => {
  const { account } = parseArn(String(after.values["topic_arn"])) ?? {};
  return account !== undefined && outsiderIn(input, account)
    ? [`a subscription is to a topic of the account ${account}, which is not of the organization`]
    : [];
};

/** A trail of an organization sees all that happens in it. */
const trail: Judge = (after, before, input) => {
  const bucket = after.values["s3_bucket_name"];
  return before !== undefined || input.after.named("aws_s3_bucket", bucket, undefined) !== undefined
    ? []
    : [`the trail \`${nameOf(after)}\`, which is new, delivers to a bucket that no reviewed stack holds`];
};

/** What a filter counts for a record, or without one: no less than nothing, and nothing that a record says itself. */
const isCount = (value: unknown): boolean => isNothing(value) || /^\d+(\.\d+)?$/.test(String(value));

/** A second filter may count into the metric of another one: what it takes away, no alarm hears of. */
const filter: Judge = (after, before) => {
  const counts = ["value", "default_value"].map((key) => at(after.values["metric_transformation"], key));
  return before !== undefined || counts.every(isCount)
    ? []
    : [`the metric filter \`${nameOf(after)}\`, which is new, may count less than nothing`];
};

const JUDGES: Readonly<Record<string, Judge>> = {
  aws_cloudwatch_event_target: target,
  aws_cloudwatch_metric_alarm: alarm,
  aws_cloudwatch_log_metric_filter: filter,
  aws_sns_topic_subscription: subscription,
  aws_cloudtrail: trail,
};

/** What a change has AWS tell to somebody, or do, that nobody here knows. */
export function strangers(change: Change, input: ReviewInput): readonly Found[] {
  const { after, type } = change;
  const judge = JUDGES[type];
  if (judge === undefined || after === undefined || change.action === "delete") return [];
  return judge(after, beforeOf(change, input), input).map((words) => ({
    place: placeOf(after),
    exactly: after.values,
    words,
  }));
}
