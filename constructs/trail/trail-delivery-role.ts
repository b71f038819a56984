import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import {
  TRAIL_DELIVERY_TRUST,
  trailDeliveryPermissions,
  type TrailDelivery,
} from "../../catalogue/resource-policies/trail-delivery";
import type { GlobalPlace } from "../place";
import { policyJson } from "../policy-json";

export interface TrailDeliveryRoleProps extends TrailDelivery {
  readonly place: GlobalPlace;
  readonly name: string;
}

/** The role with which CloudTrail writes to the log group, and nothing else. */
export class TrailDeliveryRole extends Construct {
  readonly arn: string;
  /** What CloudTrail tests when the trail is created: wait for it. */
  readonly ready: IamRolePolicy;

  constructor(scope: Construct, id: string, props: TrailDeliveryRoleProps) {
    super(scope, id);
    const { place, name, logGroupName } = props;
    const role = new IamRole(this, "role", {
      ...place,
      name,
      description: `CloudTrail delivers to the log group ${logGroupName}`,
      assumeRolePolicy: policyJson([TRAIL_DELIVERY_TRUST]),
    });
    this.ready = new IamRolePolicy(this, "policy", {
      ...place,
      name: "write-log-group",
      role: role.name,
      policy: policyJson(trailDeliveryPermissions(props)),
    });
    this.arn = role.arn;
  }
}
