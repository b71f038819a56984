import type { BaselineConfig } from "../../config";
import { configuration } from "../support/configuration";
import { example } from "../support/examples";
import { doesNotWaitFor } from "../support/graph";
import { stack } from "../support/synth";
import { ofType } from "../support/terraform";

const addresses = (config: BaselineConfig, name: string, type: string, filter = /./): readonly string[] =>
  Object.keys(ofType(stack(config, name), type))
    .filter((one) => filter.test(one))
    .map((one) => `${type}.${one}`);

const config = configuration();

describe("audit-trail", () => {
  const trail = "aws_cloudtrail.organization-trail_trail";
  const logs = "trail-bucket_logs";

  test("the trail comes after everything that CloudTrail tests when it is created", () => {
    expect(
      doesNotWaitFor(stack(config, "audit-trail"), trail, [
        `aws_s3_bucket_policy.${logs}_policy`,
        `aws_s3_bucket_ownership_controls.${logs}_ownership`,
        `aws_s3_bucket_server_side_encryption_configuration.${logs}_encryption`,
        "aws_s3_bucket_object_lock_configuration.trail-bucket_object-lock",
        "aws_kms_key.trail-encryption_key",
        "aws_cloudwatch_log_group.trail-log-group_log-group",
        "aws_iam_role_policy.trail-delivery_policy",
      ]),
    ).toEqual([]);
  });

  test("object lock and the expiry of old versions come after versioning", () => {
    const versioning = [`aws_s3_bucket_versioning.${logs}_versioning`];
    for (const address of [
      "aws_s3_bucket_object_lock_configuration.trail-bucket_object-lock",
      "aws_s3_bucket_lifecycle_configuration.trail-bucket_expiry_rules",
    ])
      expect([address, doesNotWaitFor(stack(config, "audit-trail"), address, versioning)]).toEqual([address, []]);
  });

  test.each(["logs", "access-logs"])(
    "the policy of the bucket for %s comes after its public access block",
    (bucket) => {
      expect(
        doesNotWaitFor(stack(config, "audit-trail"), `aws_s3_bucket_policy.trail-bucket_${bucket}_policy`, [
          `aws_s3_bucket_public_access_block.trail-bucket_${bucket}_public-access-block`,
        ]),
      ).toEqual([]);
    },
  );

  test("access is logged once the second bucket lets the logs in", () => {
    expect(
      doesNotWaitFor(stack(config, "audit-trail"), "aws_s3_bucket_logging.trail-bucket_access-logging", [
        "aws_s3_bucket_policy.trail-bucket_access-logs_policy",
        `aws_s3_bucket.${logs}_bucket`,
      ]),
    ).toEqual([]);
  });
});

describe("root-access", () => {
  const features = "aws_iam_organizations_features.root-features";

  test("the delegated administrator is registered after the features are on", () => {
    expect(
      doesNotWaitFor(
        stack(config, "root-access"),
        "aws_organizations_delegated_administrator.root-administrator-registration",
        [features],
      ),
    ).toEqual([]);
  });

  test("the features come after the organization, where the baseline owns it", () => {
    expect(
      doesNotWaitFor(stack(example("greenfield"), "root-access"), features, [
        "aws_organizations_organization.organization-settings_owned",
        "data.aws_organizations_organization.organization_live",
      ]),
    ).toEqual([]);
  });
});

describe("guardrails", () => {
  test("a policy is attached to what the live organization says the target is", () => {
    const guardrails = stack(config, "guardrails");
    expect(
      doesNotWaitFor(guardrails, "aws_organizations_policy_attachment.deny-root-access-keys_root", [
        "aws_organizations_policy.deny-root-access-keys",
        "data.aws_organizations_organization.organization_live",
      ]),
    ).toEqual([]);
    expect(
      doesNotWaitFor(guardrails, "aws_organizations_policy_attachment.deny-root-user_Workloads_Canary", [
        "data.aws_organizations_organizational_units.units_root",
        "data.aws_organizations_organizational_units.units_Workloads",
        "data.aws_organizations_policy.target-Workloads_Canary_known",
      ]),
    ).toEqual([]);
  });
});

describe("alarms", () => {
  const alarms = stack(config, "alarms");
  const after = (type: string, filter: RegExp, earlier: readonly string[]) =>
    addresses(config, "alarms", type, filter).map((address) => [address, doesNotWaitFor(alarms, address, earlier)]);
  const waitingAll = (pairs: readonly (readonly unknown[])[]) => pairs.map(([address]) => [address, []]);

  test("every topic comes after its key, and every policy and subscription after its topic", () => {
    const topics = after("aws_sns_topic", /^(?!second)/, ["aws_kms_key.alert-encryption_key"]);
    expect(topics).toHaveLength(4);
    expect(topics).toEqual(waitingAll(topics));
    for (const severity of ["critical", "high", "medium", "low"])
      for (const type of ["aws_sns_topic_policy", "aws_sns_topic_subscription"]) {
        const found = after(type, new RegExp(`^${severity}_`), [`aws_sns_topic.${severity}_topic`]);
        expect(found).toHaveLength(1);
        expect(found).toEqual(waitingAll(found));
      }
  });

  test("every alarm comes after the filter that feeds it and the topic that it tells", () => {
    for (const [id, topic] of [
      ["cis-cloudwatch-1", "high"],
      ["root-console-login", "critical"],
    ])
      expect(
        doesNotWaitFor(alarms, `aws_cloudwatch_metric_alarm.${id}_alarm`, [
          `aws_cloudwatch_log_metric_filter.${id}_filter`,
          `aws_sns_topic.${topic}_topic`,
        ]),
      ).toEqual([]);
  });

  test("a rule on the alert bus comes after the bus, and its target after the rule and the topic", () => {
    expect(
      doesNotWaitFor(alarms, "aws_cloudwatch_event_target.management-root-console-login_target", [
        "aws_cloudwatch_event_bus.alert-bus_bus",
        "aws_cloudwatch_event_rule.management-root-console-login_rule",
        "aws_sns_topic.critical_topic",
      ]),
    ).toEqual([]);
  });
});

describe("threat-detection", () => {
  const threats = stack(config, "threat-detection");
  const region = "eu-west-1";
  const all = (type: string, filter: RegExp) => addresses(config, "threat-detection", type, filter);
  const designation = `aws_guardduty_organization_admin_account.${region}_administrator`;
  const configured = `aws_guardduty_organization_configuration.${region}_organization`;

  test("the administrator's detector is set up before it is designated, which would set up one by itself", () => {
    const features = all("aws_guardduty_detector_feature", /^eu-west-1_security_/);
    expect(features).toHaveLength(6);
    expect(doesNotWaitFor(threats, designation, features)).toEqual([]);
    expect(doesNotWaitFor(threats, designation, [`aws_guardduty_detector.${region}_security_detector`])).toEqual([]);
  });

  test("the organization's configuration comes after the designation and the management account's own choices", () => {
    const features = all("aws_guardduty_detector_feature", /^eu-west-1_management_/);
    expect(features).toHaveLength(6);
    expect(doesNotWaitFor(threats, configured, [designation, ...features])).toEqual([]);
  });

  test("what members get comes after that they get anything", () => {
    const features = all("aws_guardduty_organization_configuration_feature", /^eu-west-1_/);
    expect(features).toHaveLength(6);
    for (const feature of features) expect(doesNotWaitFor(threats, feature, [configured])).toEqual([]);
  });

  test("plans of one detector follow each other, as GuardDuty serves one change at a time", () => {
    for (const filter of [/^eu-west-1_security_/, /^eu-west-1_management_/]) {
      const features = all("aws_guardduty_detector_feature", filter);
      const waiting = features.map((one) => doesNotWaitFor(threats, one, features).length);
      // The first waits for none of the six, the last for all but itself.
      expect(waiting.sort()).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });

  test("Regions do not wait for each other", () => {
    const detectors = all("aws_guardduty_detector", /^us-east-1_/);
    expect(detectors).toHaveLength(2);
    expect(doesNotWaitFor(threats, configured, detectors)).toEqual(detectors);
  });
});
