import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { logGroupKeyStatement, type KeyedLogGroup } from "../../catalogue/resource-policies/log-group-key";
import { EncryptionKey } from "../encryption-key";
import type { Place } from "../place";

export interface EncryptedLogGroupProps extends KeyedLogGroup {
  readonly place: Place;
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
    const { place, partition, account, name, retentionInDays, lifecycle } = props;
    const key = new EncryptionKey(this, "encryption", {
      place,
      partition,
      account,
      alias: props.keyAlias,
      description: `Log group ${name}`,
      lifecycle,
      statements: [logGroupKeyStatement(props)],
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
