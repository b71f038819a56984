import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Baseline, Blueprint } from "../config";
import { EncryptedLogGroup } from "../constructs/trail/encrypted-log-group";
import { EncryptionKey } from "../constructs/encryption-key";
import { ExistingTrail } from "../constructs/trail/existing-trail";
import { Organization } from "../constructs/organization/organization";
import { OrganizationTrail } from "../constructs/trail/organization-trail";
import { TrailBucket } from "../constructs/trail/trail-bucket";
import { TrailDeliveryRole } from "../constructs/trail/trail-delivery-role";
import { trailBucketStatements, trailKeyStatements, type TrailFacts } from "../catalogue/resource-policies/trail";
import { BaselineStack } from "./baseline-stack";
import { isOurs, trusts } from "./requirements";

type CreateTrail = Extract<Baseline["auditTrail"], { mode: "create" }>;
type UseTrail = Extract<Baseline["auditTrail"], { mode: "use" }>;

/** The organization trail: created, with bucket, keys and log group, or somebody else's that is used. */
export class AuditTrail extends BaselineStack {
  static readonly id = "audit-trail";

  private readonly management = this.providers.at("management", this.baseline.homeRegion);
  private readonly logArchive = this.blueprint.accounts.logArchive.id;

  constructor(scope: Construct, blueprint: Blueprint) {
    super(scope, AuditTrail.id, blueprint);
    new Organization(this, "organization", {
      place: this.providers.global("management"),
      requirements: [...isOurs(this.baseline), ...trusts(this.baseline, "cloudtrail.amazonaws.com")],
    });
    const { auditTrail } = this.baseline;
    const trail = auditTrail.mode === "create" ? this.create(auditTrail) : this.use(auditTrail);
    new TerraformOutput(this, "trail_arn", { description: "The organization trail", value: trail.arn });
    new TerraformOutput(this, "trail_log_group_name", {
      description: "Log group that the trail delivers to",
      value: this.names.trailLogGroup,
    });
    this.rememberPlace("management", "logArchive");
  }

  private use({ trailName, logGroupName }: UseTrail): ExistingTrail {
    return new ExistingTrail(this, "existing-trail", {
      place: this.management,
      trailName,
      logGroupName,
      logGroupArn: this.arns.trailLogGroup(),
    });
  }

  private create(settings: CreateTrail): OrganizationTrail {
    const facts: TrailFacts = {
      partition: this.partition,
      homeRegion: this.baseline.homeRegion,
      managementAccount: this.baseline.accounts.management.id,
      organizationId: this.baseline.organization.id,
      trailName: this.names.trail,
      bucketName: this.names.trailBucket,
      readers: settings.readers,
    };
    const key = this.createKey(facts);
    const bucket = this.createBucket(facts, settings, key);
    const logGroup = this.createLogGroup(settings);
    const role = this.createDeliveryRole(facts, logGroup);
    const trail = new OrganizationTrail(this, "organization-trail", {
      place: this.management,
      name: facts.trailName,
      bucketName: bucket.name,
      keyArn: key.arn,
      logGroupArn: logGroup.arn,
      deliveryRoleArn: role.arn,
      insights: settings.insights,
      dataEvents: settings.dataEvents.map(({ resourceType }) => resourceType),
      rootDataEvents: settings.rootDataEvents,
      logBucketArns: [this.names.trailBucket, this.names.accessLogBucket].map(this.arns.bucket),
      dependsOn: [...bucket.ready, role.ready],
      lifecycle: this.protectedIn("management"),
    });
    new TerraformOutput(this, "trail_bucket_name", {
      description: "Bucket that keeps the trail's files",
      value: bucket.name,
    });
    new TerraformOutput(this, "trail_key_arn", { description: "Key that encrypts the trail's files", value: key.arn });
    return trail;
  }

  private createKey(facts: TrailFacts): EncryptionKey {
    return new EncryptionKey(this, "trail-encryption", {
      place: this.providers.at("logArchive", this.baseline.homeRegion),
      partition: this.partition,
      account: this.logArchive,
      alias: this.names.trailKeyAlias,
      description: `Log files of the organization trail ${facts.trailName}`,
      statements: trailKeyStatements(facts),
      lifecycle: this.protectedIn("logArchive"),
    });
  }

  private createBucket(facts: TrailFacts, settings: CreateTrail, key: EncryptionKey): TrailBucket {
    return new TrailBucket(this, "trail-bucket", {
      place: this.providers.at("logArchive", this.baseline.homeRegion),
      partition: this.partition,
      account: this.logArchive,
      name: facts.bucketName,
      accessLogName: this.names.accessLogBucket,
      keyArn: key.arn,
      statements: trailBucketStatements(facts),
      lock: settings.lock,
      expireAfterDays: settings.expireAfterDays,
      accessLogsExpireAfterDays: settings.accessLogsExpireAfterDays,
      forceDestroy: this.isTrial("logArchive"),
      lifecycle: this.protectedIn("logArchive"),
    });
  }

  private createLogGroup({ logRetentionDays }: CreateTrail): EncryptedLogGroup {
    return new EncryptedLogGroup(this, "trail-log-group", {
      place: this.management,
      partition: this.partition,
      dnsSuffix: this.blueprint.partition.dnsSuffix,
      region: this.baseline.homeRegion,
      account: this.baseline.accounts.management.id,
      name: this.names.trailLogGroup,
      keyAlias: this.names.trailLogGroupKeyAlias,
      retentionInDays: logRetentionDays,
      lifecycle: this.protectedIn("management"),
    });
  }

  private createDeliveryRole(facts: TrailFacts, logGroup: EncryptedLogGroup): TrailDeliveryRole {
    return new TrailDeliveryRole(this, "trail-delivery", {
      place: this.providers.global("management"),
      name: this.names.trailDeliveryRole,
      partition: this.partition,
      region: facts.homeRegion,
      managementAccount: facts.managementAccount,
      organizationId: facts.organizationId,
      logGroupName: logGroup.name,
    });
  }
}
