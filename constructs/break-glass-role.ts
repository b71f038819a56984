import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { breakGlassPermission, breakGlassTrust, type BreakGlassDoor } from "../catalogue/break-glass-role";
import type { GlobalPlace } from "./place";
import { policyJson } from "./policy-json";

export interface BreakGlassRoleProps extends BreakGlassDoor {
  readonly place: GlobalPlace;
  readonly name: string;
  readonly description: string;
  /** The one task policy that root sessions opened by this role may carry. */
  readonly taskPolicyArn: string;
  /** Longest session of the role in seconds. */
  readonly maxSessionDuration: number;
}

/** A role that opens root sessions for exactly one task. */
export class BreakGlassRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: BreakGlassRoleProps) {
    super(scope, id);
    const { place, partition, name, description, taskPolicyArn, maxSessionDuration } = props;
    const role = new IamRole(this, "role", {
      ...place,
      name,
      description,
      assumeRolePolicy: policyJson(breakGlassTrust(props)),
      maxSessionDuration,
    });
    new IamRolePolicy(this, "policy", {
      ...place,
      name: "open-root-session",
      role: role.name,
      policy: policyJson([breakGlassPermission(partition, taskPolicyArn)]),
    });
    this.arn = role.arn;
  }
}
