import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { GlobalPlace } from "../place";
import { policyJson } from "../policy-json";

export interface EventForwardRoleProps {
  readonly place: GlobalPlace;
  readonly name: string;
  /** The account in which the role and the rules are. */
  readonly account: string;
  /**
   * ARN of the rules that forward with it, in any Region: a list of Regions would outgrow the 2,048 characters of a
   * trust, and would cut a Region off between the deploys of two stacks.
   */
  readonly rulesArn: string;
  readonly busArns: readonly string[];
}

/**
 * The role with which EventBridge puts events on the alert buses, for our rules and nothing else. Source: EventBridge
 * User Guide, Cross-service confused deputy prevention: for the targets of a rule, aws:SourceArn is the rule's ARN.
 */
export class EventForwardRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { place, name, account, rulesArn, busArns }: EventForwardRoleProps) {
    super(scope, id);
    const role = new IamRole(this, "role", {
      ...place,
      name,
      description: "EventBridge forwards alert events to the alert bus",
      assumeRolePolicy: policyJson([
        {
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": rulesArn },
          },
        },
      ]),
    });
    new IamRolePolicy(this, "policy", {
      ...place,
      name: "put-events",
      role: role.name,
      policy: policyJson([
        { Effect: "Allow", Action: "events:PutEvents", Resource: busArns.length === 1 ? busArns[0] : busArns },
      ]),
    });
    this.arn = role.arn;
  }
}
