import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import type { ITerraformDependable, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { ACCESS_LOG_PREFIX, accessLogStatement } from "../../catalogue/resource-policies/access-logs";
import type { PolicyStatement } from "../../catalogue/resource-policies/statement";
import { BucketExpiry } from "./bucket-expiry";
import type { Place } from "../place";
import { PrivateBucket } from "./private-bucket";

export interface TrailBucketProps {
  readonly place: Place;
  readonly partition: string;
  /** Account that owns the bucket. */
  readonly account: string;
  readonly name: string;
  /** Bucket for the server access logs of this one. */
  readonly accessLogName: string;
  readonly keyArn: string;
  readonly statements: readonly PolicyStatement[];
  readonly lock: { readonly mode: string; readonly days: number };
  readonly expireAfterDays: number;
  readonly accessLogsExpireAfterDays: number;
  readonly forceDestroy: boolean;
  readonly lifecycle: TerraformResourceLifecycle | undefined;
}

/** The trail's bucket: its files are locked, then expire; who touches them is logged in a second bucket. */
export class TrailBucket extends Construct {
  readonly name: string;
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: TrailBucketProps) {
    super(scope, id);
    const { place, lock } = props;
    const common = { place, partition: props.partition, forceDestroy: props.forceDestroy, lifecycle: props.lifecycle };
    const accessLogs = new PrivateBucket(this, "access-logs", {
      ...common,
      name: props.accessLogName,
      // S3 delivers no access logs into a bucket with a default lock.
      objectLock: false,
      statements: [accessLogStatement(props)],
    });
    const logs = new PrivateBucket(this, "logs", {
      ...common,
      name: props.name,
      keyArn: props.keyArn,
      objectLock: true,
      statements: props.statements,
    });
    const objectLock = new S3BucketObjectLockConfigurationA(this, "object-lock", {
      ...place,
      bucket: logs.name,
      rule: { defaultRetention: { mode: lock.mode, days: lock.days } },
      dependsOn: [logs.versioning],
    });
    new S3BucketLoggingA(this, "access-logging", {
      ...place,
      bucket: logs.name,
      targetBucket: accessLogs.name,
      targetPrefix: ACCESS_LOG_PREFIX,
      dependsOn: [...accessLogs.ready],
    });
    // A file that somebody hides behind a delete marker stays for as long as a new one is locked: time to notice.
    new BucketExpiry(this, "expiry", {
      place,
      bucket: logs,
      days: props.expireAfterDays,
      noncurrentDays: lock.days,
    });
    new BucketExpiry(this, "access-log-expiry", {
      place,
      bucket: accessLogs,
      days: props.accessLogsExpireAfterDays,
      noncurrentDays: 30,
    });
    this.name = logs.name;
    this.ready = [...logs.ready, objectLock];
  }
}
