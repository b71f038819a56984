import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { forwarderPermission, forwarderTrust, type ForwarderRole } from "../../catalogue/alerts/forwarder";
import type { GlobalPlace } from "../place";
import { policyJson } from "../policy-json";

export interface EventForwardRoleProps extends ForwarderRole {
  readonly place: GlobalPlace;
  readonly name: string;
}

/** The role with which EventBridge puts events on the alert buses. */
export class EventForwardRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EventForwardRoleProps) {
    super(scope, id);
    const { place, name } = props;
    const role = new IamRole(this, "role", {
      ...place,
      name,
      description: "EventBridge forwards alert events to the alert bus",
      assumeRolePolicy: policyJson([forwarderTrust(props)]),
    });
    new IamRolePolicy(this, "policy", {
      ...place,
      name: "put-events",
      role: role.name,
      policy: policyJson([forwarderPermission(props)]),
    });
    this.arn = role.arn;
  }
}
