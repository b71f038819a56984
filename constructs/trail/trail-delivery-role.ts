import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { arn } from "../../catalogue/aws/arn";
import type { GlobalPlace } from "../place";
import { policyJson } from "../policy-json";

export interface TrailDeliveryRoleProps {
  readonly place: GlobalPlace;
  readonly name: string;
  readonly partition: string;
  readonly region: string;
  readonly managementAccount: string;
  readonly organizationId: string;
  readonly logGroupName: string;
}

/** The role with which CloudTrail writes to the log group, and nothing else. */
export class TrailDeliveryRole extends Construct {
  readonly arn: string;
  /** What CloudTrail tests when the trail is created: wait for it. */
  readonly ready: IamRolePolicy;

  constructor(scope: Construct, id: string, props: TrailDeliveryRoleProps) {
    super(scope, id);
    const { place, name, partition, region, managementAccount, organizationId, logGroupName } = props;
    const role = new IamRole(this, "role", {
      ...place,
      name,
      description: `CloudTrail delivers to the log group ${logGroupName}`,
      assumeRolePolicy: policyJson([
        { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" },
      ]),
    });
    const streams = arn({
      partition,
      service: "logs",
      region,
      account: managementAccount,
      resource: `log-group:${logGroupName}:log-stream`,
    });
    // Source: CloudTrail User Guide, role policy document for CloudWatch Logs. Streams of the organization begin with
    // its id; those of the management account itself with the account.
    const resources = [`${streams}:${managementAccount}_CloudTrail_${region}*`, `${streams}:${organizationId}_*`];
    this.ready = new IamRolePolicy(this, "policy", {
      ...place,
      name: "write-log-group",
      role: role.name,
      policy: policyJson([
        {
          Sid: "AWSCloudTrailCreateLogStream20141101",
          Effect: "Allow",
          Action: "logs:CreateLogStream",
          Resource: resources,
        },
        { Sid: "AWSCloudTrailPutLogEvents20141101", Effect: "Allow", Action: "logs:PutLogEvents", Resource: resources },
      ]),
    });
    this.arn = role.arn;
  }
}
