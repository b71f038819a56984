import { reviewed } from "../../review";
import { Draft, plansFrom } from "./draft";

const shipped = new Draft();

/** What somebody puts beside the baseline's own, of which no rule says what it does to it. */
const OTHERS = [
  ...["aws_cloudtrail_event_data_store", "aws_cloudwatch_composite_alarm", "aws_cloudwatch_event_permission"],
  ...["aws_cloudwatch_log_account_policy", "aws_cloudwatch_log_resource_policy", "aws_guardduty_filter"],
  ...[
    "aws_cloudwatch_log_subscription_filter",
    "aws_iam_role_policy_attachment",
    "aws_kms_grant",
    "aws_kms_key_policy",
  ],
  ...["aws_lambda_permission", "aws_organizations_resource_policy", "aws_s3_bucket_acl", "null_resource"],
  ...["aws_s3_bucket_notification", "aws_s3_bucket_replication_configuration", "AWS_IAM_ROLE"],
];

test.each(OTHERS)("what comes of the type %s is found", (type) => {
  const input = plansFrom(shipped, shipped.copy().add(`${type}.new`, { name: "new" }));
  const { json } = reviewed(input, { title: "Review", risks: [], today: new Date("2026-11-30") });
  expect(json.findings.map(({ rule, severity, place }) => [rule, severity, place])).toEqual([
    ["undecided-change", "high", `guardrails: ${type}.new`],
  ]);
});
