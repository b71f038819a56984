import { z } from "zod";
import { ROOT_DATA_EVENTS } from "../../catalogue/aws/root-data-events";
import { LOG_RETENTION_DAYS } from "../../catalogue/quotas";
import { accountId, days, formed, uniqueList } from "./primitives";
import { roleArn } from "./principals";

const retention = z
  .int("be a whole number of days")
  .refine((value) => (LOG_RETENTION_DAYS as readonly number[]).includes(value), {
    error: `be a retention that CloudWatch Logs accepts: ${LOG_RETENTION_DAYS.join(", ")}`,
  });

const lock = z.strictObject({
  /**
   * `GOVERNANCE`: only principals with s3:BypassGovernanceRetention can shorten it. `COMPLIANCE`: nobody can, not even
   * AWS or the root user, until the days are over; say the bucket's name in `confirm`. Cost: what is locked is paid for
   * until then. Lock-out risk: an account that holds a COMPLIANCE bucket cannot be emptied before.
   */
  mode: z.enum(["GOVERNANCE", "COMPLIANCE"]),
  /** Days for which a log file can be neither changed nor deleted. Cost: its storage for that long. */
  days: days(1, 36_500),
  /**
   * The name of the trail's bucket, to say that COMPLIANCE is meant. Refused with GOVERNANCE.
   * @default not confirmed
   */
  confirm: z.string().optional(),
});

const dataEvents = z.strictObject({
  /** Resource type, as CloudTrail names it. The bucket that holds the logs is always left out. */
  resourceType: formed(/^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/, "be a resource type such as AWS::S3::Object"),
});

const create = z.strictObject({
  /**
   * The baseline creates trail, bucket, keys and log group. Cost: the first copy of management events is free, every
   * further trail is not; where an organization trail exists already, `use` it.
   */
  mode: z.literal("create"),
  /** Object lock of the trail's bucket. */
  lock,
  /** Days after which log files expire, noncurrent versions included. Longer than the lock. Cost: storage until then. */
  expireAfterDays: days(1, 36_500),
  /**
   * Days that the bucket's server access logs are kept.
   * @default 365
   */
  accessLogsExpireAfterDays: days(1, 36_500).default(365),
  /**
   * Days that the trail's log group keeps events. CIS and Security Hub CloudWatch.16 ask for 365.
   * Cost: CloudWatch Logs ingestion and storage of every management event of the organization.
   */
  logRetentionDays: retention,
  /**
   * CloudTrail Insights. Cost: per event analysed.
   * @default none
   */
  insights: uniqueList(z.enum(["ApiCallRateInsight", "ApiErrorRateInsight"])).default([]),
  /**
   * Data events to record besides every management event. Cost: per event, high in busy accounts.
   * @default none
   */
  dataEvents: uniqueList(dataEvents).default([]),
  /**
   * Resource types whose data events are recorded where a root user makes them: a stolen root key that reads a bucket
   * or a queue makes no management event. Cost: next to none, root does nothing in a settled organization.
   * @default objects of S3, tables of DynamoDB, functions of Lambda, topics of SNS, queues of SQS
   */
  rootDataEvents: uniqueList(
    formed(/^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/, "be a resource type such as AWS::S3::Object"),
  ).default([...ROOT_DATA_EVENTS]),
  /**
   * Who else may read the log files: accounts, or roles by ARN. They may decrypt under CloudTrail's context only.
   * @default nobody
   */
  readers: uniqueList(z.union([accountId, roleArn], "be an account id or the ARN of an IAM role")).default([]),
});

const use = z.strictObject({
  /** An organization trail exists (Control Tower's, for one). It is checked at plan time and never touched. */
  mode: z.literal("use"),
  /** Name of the trail in the home Region of the management account. */
  trailName: formed(/^[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]$/, "be the name of a trail"),
  /** Name of the log group that the trail delivers to. */
  logGroupName: formed(/^[.\-_/#A-Za-z0-9]{1,512}$/, "be the name of a log group"),
});

export const auditTrail = z.discriminatedUnion("mode", [create, use]);
