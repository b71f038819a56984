import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { GlobalPlace } from "./place";
import { policyJson } from "./policy-json";

export interface EventForwardRoleProps {
  readonly place: GlobalPlace;
  readonly name: string;
  readonly busArns: readonly string[];
}

/** The role with which EventBridge puts events on the alert buses, and nothing else. */
export class EventForwardRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { place, name, busArns }: EventForwardRoleProps) {
    super(scope, id);
    const role = new IamRole(this, "role", {
      ...place,
      name,
      description: "EventBridge forwards alert events to the alert bus",
      assumeRolePolicy: policyJson([
        { Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sts:AssumeRole" },
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
