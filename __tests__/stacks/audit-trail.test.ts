import type { BaselineConfig } from "../../config";
import { configuration, withoutLogArchive, withTrail } from "../support/configuration";
import { example } from "../support/examples";
import { stack } from "../support/synth";
import { accountOf, at, type Body, dataOf, ofType, resourcesOf, type Terraform } from "../support/terraform";

/** What is asked of AWS. The state's own memory of the place is in no account. */
const awsResources = (stack: Terraform) => resourcesOf(stack).filter(({ type }) => type !== "terraform_data");

const auditTrail = (config: BaselineConfig) => stack(config, "audit-trail");
const body = (address: string, config = configuration()) => at(auditTrail(config), address);
const TRAIL = "aws_cloudtrail.organization-trail_trail";
const BUCKET = "aws_s3_bucket.trail-bucket_logs_bucket";

describe("create", () => {
  test("the trail records every account, every Region and every management event, encrypted and validated", () => {
    expect(body(TRAIL)).toMatchObject({
      name: "org-baseline-trail",
      is_organization_trail: true,
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_logging: true,
      enable_log_file_validation: true,
      kms_key_id: "${aws_kms_key.trail-encryption_key.arn}",
      cloud_watch_logs_group_arn: "${aws_cloudwatch_log_group.trail-log-group_log-group.arn}:*",
      insight_selector: [],
    });
  });

  test("management events stay whole whatever else is recorded", () => {
    const whole = {
      name: "Management events selector",
      field_selector: [{ field: "eventCategory", equals: ["Management"] }],
    };
    const selectors = (config?: BaselineConfig) => body(TRAIL, config)["advanced_event_selector"] as readonly Body[];
    expect(selectors()[0]).toEqual(whole);
    expect(
      selectors()
        .slice(1)
        .every(({ field_selector }) => JSON.stringify(field_selector).includes('"Data"')),
    ).toBe(true);
    const more = withTrail({
      dataEvents: [{ resourceType: "AWS::Lambda::Function" }],
      insights: ["ApiCallRateInsight"],
    });
    expect(selectors(more)[0]).toEqual(whole);
    expect(selectors(more)).toHaveLength(selectors().length + 1);
    expect(body(TRAIL, more)["insight_selector"]).toEqual([{ insight_type: "ApiCallRateInsight" }]);
  });

  test("what root users read and write is recorded, one selector for each type of resource", () => {
    const selectors = body(TRAIL)["advanced_event_selector"] as readonly Body[];
    const ofRoot = selectors.filter(({ name }) => String(name).startsWith("Data events of root users"));
    expect(ofRoot).toHaveLength(5);
    expect(ofRoot).toContainEqual({
      name: "Data events of root users: AWS::SQS::Queue",
      field_selector: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::SQS::Queue"] },
        { field: "userIdentity.arn", ends_with: [":root"] },
      ],
    });
    const left = body(TRAIL, withTrail({ rootDataEvents: ["AWS::S3::Object"] }))["advanced_event_selector"];
    expect(JSON.stringify(left)).not.toContain("AWS::SQS::Queue");
    expect(body(TRAIL, withTrail({ rootDataEvents: [] }))["advanced_event_selector"]).toHaveLength(2);
  });

  test("what happens to log files is recorded, but not what CloudTrail writes", () => {
    expect(body(TRAIL)["advanced_event_selector"]).toContainEqual({
      name: "What happens to log files",
      field_selector: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::S3::Object"] },
        { field: "readOnly", equals: ["false"] },
        {
          field: "resources.ARN",
          starts_with: [
            "arn:aws:s3:::org-baseline-trail-333333333333-us-east-1/",
            "arn:aws:s3:::org-baseline-access-logs-333333333333-us-east-1/",
          ],
        },
        { field: "eventName", not_equals: ["PutObject"] },
      ],
    });
  });

  test("data events never record the buckets that hold the record", () => {
    const s3 = withTrail({ dataEvents: [{ resourceType: "AWS::S3::Object" }] });
    expect(body(TRAIL, s3)["advanced_event_selector"]).toContainEqual({
      name: "Data events of AWS::S3::Object",
      field_selector: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::S3::Object"] },
        {
          field: "resources.ARN",
          not_starts_with: [
            "arn:aws:s3:::org-baseline-trail-333333333333-us-east-1/",
            "arn:aws:s3:::org-baseline-access-logs-333333333333-us-east-1/",
          ],
        },
      ],
    });
  });

  test("bucket and key live in the log archive account, trail and log group in the management account", () => {
    const accounts = (config: BaselineConfig) =>
      Object.fromEntries(
        awsResources(auditTrail(config)).map((one) => [one.address, accountOf(auditTrail(config), one)]),
      );
    expect(accounts(configuration())).toMatchObject({
      [BUCKET]: "333333333333",
      "aws_kms_key.trail-encryption_key": "333333333333",
      [TRAIL]: "111111111111",
      "aws_cloudwatch_log_group.trail-log-group_log-group": "111111111111",
    });
  });

  test("without a log archive account the bucket lives in the management account, whose number it carries", () => {
    const { management, security } = configuration().accounts;
    const alone = withoutLogArchive({ accounts: { management, security } });
    expect(new Set(awsResources(auditTrail(alone)).map((one) => accountOf(auditTrail(alone), one)))).toEqual(
      new Set(["111111111111"]),
    );
    expect(body(BUCKET, alone)["bucket"]).toBe("org-baseline-trail-111111111111-us-east-1");
  });
});

describe("use", () => {
  const config = example("control-tower");

  test("nothing of the trail is created", () => {
    expect(awsResources(auditTrail(config))).toEqual([]);
    expect(dataOf(auditTrail(config)).map(({ type }) => type)).toEqual([
      "aws_cloudcontrolapi_resource",
      "aws_organizations_organization",
      "aws_region",
    ]);
  });

  test("the trail must be an organization trail, in every Region, logging, and into that log group", () => {
    const live = body("data.aws_cloudcontrolapi_resource.existing-trail_live", config);
    expect(live).toMatchObject({
      type_name: "AWS::CloudTrail::Trail",
      identifier: "aws-controltower-BaselineCloudTrail",
    });
    const { postcondition } = live["lifecycle"] as {
      readonly postcondition: readonly { readonly condition: string }[];
    };
    expect(postcondition.map(({ condition }) => /"(Is\w+|CloudWatch\w+)"/.exec(condition)?.[1])).toEqual([
      "IsOrganizationTrail",
      "IsMultiRegionTrail",
      "IsLogging",
      "CloudWatchLogsLogGroupArn",
    ]);
    expect(postcondition[3]?.condition).toContain("log-group:aws-controltower/CloudTrailLogs");
  });

  test("downstream Terraform gets the trail's ARN and log group in either mode", () => {
    const { output } = auditTrail(config);
    expect(output?.["trail_log_group_name"]).toMatchObject({ value: "aws-controltower/CloudTrailLogs" });
    expect(output?.["trail_arn"]).toMatchObject({
      value: '${jsondecode(data.aws_cloudcontrolapi_resource.existing-trail_live.properties)["Arn"]}',
    });
    expect(Object.keys(auditTrail(configuration()).output ?? {})).toEqual(
      expect.arrayContaining(Object.keys(output ?? {})),
    );
    expect(ofType(auditTrail(config), "aws_cloudtrail")).toEqual({});
  });
});
