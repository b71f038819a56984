import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { arn } from "../../catalogue/aws/arn";
import { EncryptionKey } from "../encryption-key";
import type { Place } from "../place";

export interface EncryptedLogGroupProps {
  readonly place: Place;
  readonly partition: string;
  /** Domain of CloudWatch Logs' Regional service principal. */
  readonly dnsSuffix: string;
  readonly region: string;
  readonly account: string;
  readonly name: string;
  readonly keyAlias: string;
  readonly retentionInDays: number;
  readonly lifecycle: TerraformResourceLifecycle | undefined;
}

/** A log group with a key of its own, which CloudWatch Logs may use for this log group only. */
export class EncryptedLogGroup extends Construct {
  readonly arn: string;
  readonly name: string;

  constructor(scope: Construct, id: string, props: EncryptedLogGroupProps) {
    super(scope, id);
    const { place, partition, dnsSuffix, region, account, name, retentionInDays, lifecycle } = props;
    const key = new EncryptionKey(this, "encryption", {
      place,
      partition,
      account,
      alias: props.keyAlias,
      description: `Log group ${name}`,
      lifecycle,
      statements: [
        {
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
        },
      ],
    });
    const group = new CloudwatchLogGroup(this, "log-group", {
      ...place,
      name,
      retentionInDays,
      kmsKeyId: key.arn,
      lifecycle,
    });
    this.arn = group.arn;
    this.name = group.name;
  }
}
