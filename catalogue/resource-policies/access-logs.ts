import { arn } from "../aws/arn";
import type { PolicyStatement } from "./statement";

/** A bucket whose access is logged, and the bucket of the logs. */
export interface AccessLogs {
  readonly partition: string;
  /** Account that owns both. */
  readonly account: string;
  readonly name: string;
  readonly accessLogName: string;
}

/** Where in their bucket the logs are. */
export const ACCESS_LOG_PREFIX = "trail/";

/** Who may deliver access logs: S3's log delivery, for this bucket. Source: S3 User Guide, server access logging. */
export const accessLogStatement = ({ partition, account, name, accessLogName }: AccessLogs): PolicyStatement => ({
  Sid: "S3ServerAccessLogs",
  Effect: "Allow",
  Principal: { Service: "logging.s3.amazonaws.com" },
  Action: "s3:PutObject",
  Resource: arn({ partition, service: "s3", resource: `${accessLogName}/${ACCESS_LOG_PREFIX}*` }),
  Condition: {
    ArnLike: { "aws:SourceArn": arn({ partition, service: "s3", resource: name }) },
    StringEquals: { "aws:SourceAccount": account },
  },
});
