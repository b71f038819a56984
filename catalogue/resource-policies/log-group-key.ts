import { arn } from "../aws/arn";
import type { PolicyStatement } from "./statement";

/** A log group with a key of its own. */
export interface KeyedLogGroup {
  readonly partition: string;
  /** Domain of CloudWatch Logs' Regional service principal. */
  readonly dnsSuffix: string;
  readonly region: string;
  readonly account: string;
  readonly name: string;
}

/** CloudWatch Logs may use the key for this log group only. */
export const logGroupKeyStatement = ({
  partition,
  dnsSuffix,
  region,
  account,
  name,
}: KeyedLogGroup): PolicyStatement => ({
  // Source: CloudWatch Logs User Guide, encrypt log data using AWS KMS.
  Sid: "AllowCloudWatchLogs",
  Effect: "Allow",
  Principal: { Service: `logs.${region}.${dnsSuffix}` },
  Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
  Resource: "*",
  Condition: {
    ArnEquals: {
      "kms:EncryptionContext:aws:logs:arn": arn({
        partition,
        service: "logs",
        region,
        account,
        resource: `log-group:${name}`,
      }),
    },
  },
});
