import { arn } from "../aws/arn";
import type { PolicyStatement } from "./statement";

/** Where CloudTrail writes events as they come. */
export interface TrailDelivery {
  readonly partition: string;
  readonly region: string;
  readonly managementAccount: string;
  readonly organizationId: string;
  readonly logGroupName: string;
}

/** Who becomes the role: CloudTrail. A condition on the source would stop its delivery. */
export const TRAIL_DELIVERY_TRUST: PolicyStatement = {
  Effect: "Allow",
  Principal: { Service: "cloudtrail.amazonaws.com" },
  Action: "sts:AssumeRole",
};

/**
 * What the role may do: write to the log group. Source: CloudTrail User Guide, role policy document for CloudWatch Logs.
 * Streams of the organization begin with its id; those of the management account itself with the account.
 */
export function trailDeliveryPermissions(of: TrailDelivery): readonly PolicyStatement[] {
  const { partition, region, managementAccount, organizationId, logGroupName } = of;
  const streams = arn({
    partition,
    service: "logs",
    region,
    account: managementAccount,
    resource: `log-group:${logGroupName}:log-stream`,
  });
  const resources = [`${streams}:${managementAccount}_CloudTrail_${region}*`, `${streams}:${organizationId}_*`];
  return [
    {
      Sid: "AWSCloudTrailCreateLogStream20141101",
      Effect: "Allow",
      Action: "logs:CreateLogStream",
      Resource: resources,
    },
    { Sid: "AWSCloudTrailPutLogEvents20141101", Effect: "Allow", Action: "logs:PutLogEvents", Resource: resources },
  ];
}
