import { renderFilterPattern } from "../../proofs/filter-pattern/index";
import type { Event } from "../detection";
import { allOf, calls, is, SESSION_ROLE, succeeded } from "../filter";
import type { PolicyStatement } from "../resource-policies/statement";

/**
 * A call that is made for no other purpose than to come out: a schedule enables a rule that is enabled already. Where
 * its record does not come, an attack would not come either.
 */
export interface KnownCall {
  /** Account that makes the call. */
  readonly account: string;
  /** ARN of the role that makes it. */
  readonly roleArn: string;
  /** Name of the rule that it enables. */
  readonly rule: string;
}

/** How often the call is made. Three times in the period of its alarms: one record that is late raises none. */
export const KNOWN_CALL_RATE = "rate(5 minutes)";

/**
 * The call as a target of EventBridge Scheduler, and what it sends.
 * Source: EventBridge Scheduler User Guide, using universal targets.
 */
export const knownCallTarget = (partition: string, { rule }: Pick<KnownCall, "rule">) => ({
  arn: `arn:${partition}:scheduler:::aws-sdk:eventbridge:enableRule`,
  input: JSON.stringify({ Name: rule }),
});

/**
 * Who becomes the role that makes the call: EventBridge Scheduler, for our group. A schedule's ARN is not accepted there
 * (EventBridge Scheduler User Guide, confused deputy).
 */
export const knownCallTrust = (account: string, groupArn: string): PolicyStatement => ({
  Effect: "Allow",
  Principal: { Service: "scheduler.amazonaws.com" },
  Action: "sts:AssumeRole",
  Condition: { StringEquals: { "aws:SourceAccount": account, "aws:SourceArn": groupArn } },
});

/** What that role may do: this call and no other. */
export const knownCallPermission = (ruleArn: string): PolicyStatement => ({
  Effect: "Allow",
  Action: "events:EnableRule",
  Resource: ruleArn,
});

/** The metric filter for the record of this call, and of no other. */
export const knownCallFilter = ({ account, roleArn, rule }: KnownCall): string =>
  renderFilterPattern(
    allOf(
      calls("events", ["EnableRule"]),
      is("requestParameters.name", rule),
      is(SESSION_ROLE, roleArn),
      is("recipientAccountId", account),
      succeeded,
    ),
  );

/** The event pattern for the same. Nobody can feign it: EventBridge takes no event with a source of AWS from a caller. */
export const knownCallPattern = ({ account, roleArn, rule }: KnownCall): Event => ({
  source: ["aws.events"],
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: {
    eventSource: ["events.amazonaws.com"],
    eventName: ["EnableRule"],
    requestParameters: { name: [rule] },
    userIdentity: { sessionContext: { sessionIssuer: { arn: [roleArn] } } },
    recipientAccountId: [account],
    errorCode: [{ exists: false }],
  },
});
