import { Cloudtrail, type CloudtrailAdvancedEventSelector } from "@cdktf/provider-aws/lib/cloudtrail";
import type { ITerraformDependable, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "../place";

export interface OrganizationTrailProps {
  readonly place: Place;
  readonly name: string;
  readonly bucketName: string;
  readonly keyArn: string;
  readonly logGroupArn: string;
  readonly deliveryRoleArn: string;
  readonly insights: readonly string[];
  /** Resource types whose data events are recorded, besides every management event. */
  readonly dataEvents: readonly string[];
  /** Resource types whose data events are recorded where a root user makes them. */
  readonly rootDataEvents: readonly string[];
  /** ARNs of buckets that hold the record. What CloudTrail writes to them is never recorded: it would never end. */
  readonly logBucketArns: readonly string[];
  readonly dependsOn: readonly ITerraformDependable[];
  readonly lifecycle: TerraformResourceLifecycle | undefined;
}

/**
 * Selectors replace the default, so every management event is named first, whatever else is recorded. The name is that of
 * AWS's own default: Prowler's cloudtrail_multi_region_enabled_logging_management_events accepts no other.
 */
function selectors({
  dataEvents,
  rootDataEvents,
  logBucketArns,
}: OrganizationTrailProps): CloudtrailAdvancedEventSelector[] {
  const data = (type: string) => [
    { field: "eventCategory", equalTo: ["Data"] },
    { field: "resources.type", equalTo: [type] },
  ];
  const logFiles = logBucketArns.map((arn) => `${arn}/`);
  return [
    { name: "Management events selector", fieldSelector: [{ field: "eventCategory", equalTo: ["Management"] }] },
    {
      name: "What happens to log files",
      fieldSelector: [
        ...data("AWS::S3::Object"),
        { field: "readOnly", equalTo: ["false"] },
        { field: "resources.ARN", startsWith: logFiles },
        { field: "eventName", notEquals: ["PutObject"] },
      ],
    },
    ...rootDataEvents.map((type) => ({
      name: `Data events of root users: ${type}`,
      fieldSelector: [...data(type), { field: "userIdentity.arn", endsWith: [":root"] }],
    })),
    ...dataEvents.map((type) => ({
      name: `Data events of ${type}`,
      fieldSelector: [
        ...data(type),
        ...(type === "AWS::S3::Object" ? [{ field: "resources.ARN", notStartsWith: logFiles }] : []),
      ],
    })),
  ];
}

/** The organization trail: every account, every Region, encrypted, validated, into CloudWatch Logs. */
export class OrganizationTrail extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: OrganizationTrailProps) {
    super(scope, id);
    const trail = new Cloudtrail(this, "trail", {
      ...props.place,
      name: props.name,
      s3BucketName: props.bucketName,
      kmsKeyId: props.keyArn,
      cloudWatchLogsGroupArn: `${props.logGroupArn}:*`,
      cloudWatchLogsRoleArn: props.deliveryRoleArn,
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogging: true,
      enableLogFileValidation: true,
      advancedEventSelector: selectors(props),
      insightSelector: props.insights.map((insightType) => ({ insightType })),
      // CloudTrail tests bucket policy, key policy and role when the trail is created.
      dependsOn: [...props.dependsOn],
      lifecycle: props.lifecycle,
    });
    this.arn = trail.arn;
  }
}
