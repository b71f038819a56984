import { accountRoot } from "../aws/arn";
import type { PolicyStatement } from "../resource-policies/statement";

/** What carries alert events to the alert buses: the role of the rules that forward, and the door of each bus. */
export interface ForwarderRole {
  /** The account in which the role and its rules are. */
  readonly account: string;
  /**
   * ARN of the rules that forward with it, in any Region: a list of Regions would outgrow the 2,048 characters of a
   * trust, and would cut a Region off between the deploys of two stacks.
   */
  readonly rulesArn: string;
  readonly busArns: readonly string[];
}

/**
 * Who becomes the role: EventBridge, for our rules and nothing else. Source: EventBridge User Guide, Cross-service
 * confused deputy prevention: for the targets of a rule, aws:SourceArn is the rule's ARN.
 */
export const forwarderTrust = ({ account, rulesArn }: ForwarderRole): PolicyStatement => ({
  Effect: "Allow",
  Principal: { Service: "events.amazonaws.com" },
  Action: "sts:AssumeRole",
  Condition: { StringEquals: { "aws:SourceAccount": account }, ArnLike: { "aws:SourceArn": rulesArn } },
});

/** What the role may do: put events on the alert buses. */
export const forwarderPermission = ({ busArns }: ForwarderRole): PolicyStatement => ({
  Effect: "Allow",
  Action: "events:PutEvents",
  Resource: busArns.length === 1 ? (busArns[0] ?? []) : busArns,
});

/**
 * What a bus says of a role that forwards to it. The account is named and narrowed to the role: AWS refuses a policy
 * that names a role which does not exist.
 */
export const busAdmits = (partition: string, account: string, roleArn: string, busArn: string): PolicyStatement => ({
  Effect: "Allow",
  Principal: { AWS: accountRoot(partition, account) },
  Action: "events:PutEvents",
  Resource: busArn,
  Condition: { ArnEquals: { "aws:PrincipalArn": roleArn } },
});
