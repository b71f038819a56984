import {
  CloudTrailClient,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailCommand,
  GetTrailStatusCommand,
  type AdvancedEventSelector,
  type EventSelector,
  type GetTrailStatusResponse,
} from "@aws-sdk/client-cloudtrail";
import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { blueprintOf, type Baseline } from "../config";
import { unlessAbsent } from "./clients/absent";
import { readBucket, type BucketFacts } from "./services/buckets";
import type { Clients } from "./clients/clients";
import { logGroupNamed } from "./services/log-group";
import { readKeys, type KeyFacts } from "./services/keys";
import { readingsOf, type Parts } from "./clients/reading";
import { readRole, type RoleFacts } from "./services/roles";

export interface TrailFacts {
  readonly arn: string;
  readonly name: string;
  readonly homeRegion?: string;
  readonly logging: boolean;
  readonly organization: boolean;
  readonly multiRegion: boolean;
  readonly globalEvents: boolean;
  readonly validated: boolean;
  readonly keyArn?: string;
  readonly bucket?: string;
  readonly logGroupArn?: string;
  readonly deliveryRoleArn?: string;
  readonly selectors: readonly AdvancedEventSelector[];
  /** Of a trail that has no advanced ones, such as Control Tower's. */
  readonly basicSelectors: readonly EventSelector[];
  readonly insights: readonly string[];
  readonly deliveries: TrailDeliveries;
}

/** A kind of delivery: the latest that worked, and what CloudTrail says of the latest that did not. */
export interface Delivery {
  /** In UTC. Undefined: nothing was delivered yet. */
  readonly latest?: string;
  readonly error?: string;
}

/** What a trail delivered last. Source: CloudTrail API Reference, GetTrailStatus. */
export interface TrailDeliveries {
  readonly logFiles: Delivery;
  readonly digests: Delivery;
  readonly logGroup: Delivery;
}

export interface LogGroupFacts {
  readonly name: string;
  readonly arn: string;
  /** Undefined: events are kept for ever. */
  readonly retentionDays?: number;
  readonly keyArn?: string;
}

export interface AuditTrailFacts {
  readonly trail?: TrailFacts;
  readonly logGroup?: LogGroupFacts;
  /** What only a created trail has, in the account that holds the bucket. */
  readonly bucket?: BucketFacts;
  readonly accessLogBucket?: BucketFacts;
  /** Of the log files and of the log group, as far as they exist. */
  readonly keys: readonly KeyFacts[];
  readonly deliveryRole?: RoleFacts;
}

function deliveriesOf(status: GetTrailStatusResponse): TrailDeliveries {
  const delivery = (latest: Date | undefined, error: string | undefined): Delivery => ({
    ...(latest === undefined ? {} : { latest: latest.toISOString() }),
    ...(error === undefined || error === "" ? {} : { error }),
  });
  return {
    logFiles: delivery(status.LatestDeliveryTime, status.LatestDeliveryError),
    digests: delivery(status.LatestDigestDeliveryTime, status.LatestDigestDeliveryError),
    logGroup: delivery(status.LatestCloudWatchLogsDeliveryTime, status.LatestCloudWatchLogsDeliveryError),
  };
}

async function readTrail(client: CloudTrailClient, name: string): Promise<TrailFacts | undefined> {
  const answer = await unlessAbsent(["TrailNotFoundException"], client.send(new GetTrailCommand({ Name: name })));
  const trail = answer?.Trail;
  if (trail === undefined) return undefined;
  const [status, selectors, insights] = await Promise.all([
    client.send(new GetTrailStatusCommand({ Name: trail.TrailARN })),
    client.send(new GetEventSelectorsCommand({ TrailName: trail.TrailARN })),
    unlessAbsent(
      ["InsightNotEnabledException"],
      client.send(new GetInsightSelectorsCommand({ TrailName: trail.TrailARN })),
    ),
  ]);
  return {
    arn: trail.TrailARN ?? "",
    name,
    homeRegion: trail.HomeRegion,
    logging: status.IsLogging ?? false,
    organization: trail.IsOrganizationTrail ?? false,
    multiRegion: trail.IsMultiRegionTrail ?? false,
    globalEvents: trail.IncludeGlobalServiceEvents ?? false,
    validated: trail.LogFileValidationEnabled ?? false,
    keyArn: trail.KmsKeyId,
    bucket: trail.S3BucketName,
    logGroupArn: trail.CloudWatchLogsLogGroupArn,
    deliveryRoleArn: trail.CloudWatchLogsRoleArn,
    selectors: selectors.AdvancedEventSelectors ?? [],
    basicSelectors: selectors.EventSelectors ?? [],
    deliveries: deliveriesOf(status),
    insights: (insights?.InsightSelectors ?? []).map(({ InsightType }) => InsightType ?? ""),
  };
}

async function readLogGroup(client: CloudWatchLogsClient, name: string): Promise<LogGroupFacts | undefined> {
  const group = await logGroupNamed(client, name);
  return group && { name, arn: group.arn ?? "", retentionDays: group.retentionInDays, keyArn: group.kmsKeyId };
}

export function readAuditTrail(clients: Clients, baseline: Baseline): Promise<Parts<AuditTrailFacts>> {
  const { management, logArchive = management } = baseline.accounts;
  const called = blueprintOf(baseline).names;
  const home = clients.at(management.id);
  const archive = clients.at(logArchive.id);
  const keys = Promise.all([
    readKeys(archive.kms(), [called.trailKeyAlias]),
    readKeys(home.kms(), [called.trailLogGroupKeyAlias]),
  ]);
  return readingsOf<AuditTrailFacts>({
    trail: readTrail(home.cloudTrail(), called.trail),
    logGroup: readLogGroup(home.logs(), called.trailLogGroup),
    bucket: readBucket(archive.s3(), called.trailBucket),
    accessLogBucket: readBucket(archive.s3(), called.accessLogBucket),
    keys: keys.then((found) => found.flat()),
    deliveryRole: readRole(home.iam(), called.trailDeliveryRole),
  });
}
