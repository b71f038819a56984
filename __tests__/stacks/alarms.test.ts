import { SEVERITY_MEANING } from "../../catalogue/alerts/severities";
import type { BaselineConfig } from "../../config";
import { configuration } from "../support/configuration";
import { example } from "../support/examples";
import { statementsIn, statement } from "../support/policies";
import { stack } from "../support/synth";
import { received } from "../support/template";
import { at, ofType, regionOf } from "../support/terraform";

const alarms = (config: BaselineConfig) => stack(config, "alarms");
const body = (address: string, config = configuration()) => at(alarms(config), address);
const names = (type: string, config = configuration()) => Object.keys(ofType(alarms(config), type));

const subscribed = (...subscriptions: BaselineConfig["alerting"]["subscriptions"]) =>
  configuration({ alerting: { subscriptions: [...configuration().alerting.subscriptions, ...subscriptions] } });
const detecting = (...detections: BaselineConfig["detections"]) =>
  configuration({
    detections,
    alerting: { subscriptions: [{ severity: "critical", protocol: "email", endpoint: "a@example.com" }] },
  });

describe("topics", () => {
  test("one for each severity in use, encrypted with a key that alarms and rules may use", () => {
    expect(names("aws_sns_topic")).toEqual([
      "critical_topic",
      "high_topic",
      "low_topic",
      "medium_topic",
      "second-channel_alert_topic",
    ]);
    expect(names("aws_sns_topic", detecting("root-console-login"))).toEqual(["critical_topic"]);
    expect(body("aws_sns_topic.high_topic")).toMatchObject({
      name: "org-baseline-high",
      display_name: `org-baseline high: ${SEVERITY_MEANING.high}`,
      kms_master_key_id: "${aws_kms_key.alert-encryption_key.arn}",
    });
    const key = body("aws_kms_key.alert-encryption_key")["policy"];
    for (const [sid, service] of [
      ["CloudWatchAlarms", "cloudwatch.amazonaws.com"],
      ["EventBridgeRules", "events.amazonaws.com"],
    ])
      expect(statement(key, sid ?? "")).toMatchObject({
        Principal: { Service: service },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      });
  });

  test("alarms of this account and event rules may publish, the latter without a condition, as AWS asks", () => {
    const text = body("aws_sns_topic_policy.critical_policy")["policy"];
    expect(statement(text, "CloudWatchAlarms").Condition).toEqual({
      StringEquals: { "aws:SourceAccount": "111111111111" },
      ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:us-east-1:111111111111:alarm:*" },
    });
    expect(statement(text, "EventBridgeRules").Condition).toBeUndefined();
    expect(statement(text, "Owner").Principal).toEqual({ AWS: "arn:aws:iam::111111111111:root" });
  });

  test("everyone is told at their own severity, and by their own protocol", () => {
    const config = subscribed({ severity: "critical", protocol: "https", endpoint: "https://pager.example.com/aws" });
    const subscriptions = Object.values(ofType(alarms(config), "aws_sns_topic_subscription"));
    expect(subscriptions.map((one) => [one["topic_arn"], one["protocol"], one["endpoint"]])).toEqual([
      ["${aws_sns_topic.critical_topic.arn}", "email", "security-oncall@example.com"],
      ["${aws_sns_topic.critical_topic.arn}", "https", "https://pager.example.com/aws"],
      ["${aws_sns_topic.high_topic.arn}", "email", "security@example.com"],
      ["${aws_sns_topic.low_topic.arn}", "email", "security-review@example.com"],
      ["${aws_sns_topic.medium_topic.arn}", "email", "security@example.com"],
    ]);
  });

  test("a stream is written through its role, and an address is taken literally", () => {
    const endpoint = "arn:aws:firehose:us-east-1:111111111111:deliverystream/alerts";
    const role = "arn:aws:iam::111111111111:role/firehose";
    const config = subscribed(
      { severity: "high", protocol: "firehose", endpoint, role },
      { severity: "high", protocol: "https", endpoint: "https://example.com/${x}" },
    );
    const found = Object.values(ofType(alarms(config), "aws_sns_topic_subscription"));
    expect(found).toContainEqual(expect.objectContaining({ endpoint, subscription_role_arn: role }));
    expect(found).toContainEqual(expect.objectContaining({ endpoint: '${sensitive("https://example.com/$${x}")}' }));
  });
});

describe("metric alarms", () => {
  // Security Hub User Guide, CloudWatch.1; both Security Hub and Prowler compare it.
  const CLOUDWATCH_1 =
    '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}';

  test("CloudWatch.1 is byte for byte what Security Hub prints", () => {
    expect(received(String(body("aws_cloudwatch_log_metric_filter.cis-cloudwatch-1_filter")["pattern"]))).toBe(
      CLOUDWATCH_1,
    );
  });

  test("one matching event in five minutes is enough, and silence is no alarm", () => {
    expect(body("aws_cloudwatch_metric_alarm.cis-cloudwatch-1_alarm")).toMatchObject({
      statistic: "Maximum",
      period: 300,
      evaluation_periods: 1,
      threshold: 1,
      comparison_operator: "GreaterThanOrEqualToThreshold",
      treat_missing_data: "notBreaching",
      alarm_actions: ["${aws_sns_topic.high_topic.arn}"],
    });
    expect(body("aws_cloudwatch_log_metric_filter.cis-cloudwatch-1_filter")["metric_transformation"]).toEqual({
      namespace: "LogMetrics",
      name: "cis-cloudwatch-1",
      value: "1",
      default_value: "0",
      unit: "None",
    });
  });

  test("where more than one event is needed the sum counts, and an alarm tells of what would lower it", () => {
    const config = configuration({
      detectionTuning: { overrides: { "cis-cloudwatch-1": { threshold: 3 } } },
    });
    const [counted, lowered] = ["alarm", "lowered"].map((part) =>
      body(`aws_cloudwatch_metric_alarm.cis-cloudwatch-1_${part}`, config),
    );
    expect(counted).toMatchObject({ statistic: "Sum", threshold: 3, unit: "None" });
    expect(lowered).toMatchObject({
      alarm_name: "org-baseline-cis-cloudwatch-1-lowered",
      namespace: "LogMetrics",
      metric_name: counted?.["metric_name"],
      statistic: "Minimum",
      comparison_operator: "LessThanThreshold",
      threshold: 0,
      unit: "None",
      alarm_actions: counted?.["alarm_actions"],
    });
    expect(names("aws_cloudwatch_metric_alarm")).not.toContain("cis-cloudwatch-1_lowered");
  });

  test("filters read the log group of the trail, ours or the one that is used", () => {
    const group = (config: BaselineConfig) =>
      body("aws_cloudwatch_log_metric_filter.root-console-login_filter", config)["log_group_name"];
    expect(group(configuration())).toBe("org-baseline-trail");
    expect(group(example("control-tower"))).toBe("aws-controltower/CloudTrailLogs");
  });
});

describe("events", () => {
  test("without a detection on events or findings there is no bus, no rule and no role", () => {
    const config = detecting("root-console-login");
    for (const type of ["aws_cloudwatch_event_bus", "aws_cloudwatch_event_rule", "aws_iam_role"])
      expect([type, names(type, config)]).toEqual([type, []]);
    expect(Object.keys(alarms(config).output ?? {})).toEqual(["topic_arns"]);
  });

  test("only the roles that forward may put events on the bus", () => {
    const forwarders = (config: BaselineConfig) =>
      statementsIn(body("aws_cloudwatch_event_bus_policy.alert-bus_policy", config)["policy"]).map((one) => [
        one.Principal,
        one.Condition?.["ArnEquals"]?.["aws:PrincipalArn"],
      ]);
    const management = [
      { AWS: "arn:aws:iam::111111111111:root" },
      "arn:aws:iam::111111111111:role/org-baseline-forward-events",
    ];
    const security = [
      { AWS: "arn:aws:iam::222222222222:root" },
      "arn:aws:iam::222222222222:role/org-baseline-forward-findings",
    ];
    expect(forwarders(configuration())).toEqual([management, security]);
    expect(forwarders(detecting("management-root-console-login"))).toEqual([management]);
  });

  test("root sign-in is recorded in the global Region and forwarded from there to the home Region", () => {
    const config = configuration({ homeRegion: "eu-west-1", regions: ["eu-west-1"] });
    const region = (address: string) => regionOf(alarms(config), { body: body(address, config) });
    expect(region("aws_cloudwatch_event_rule.forward-management-root-console-login_rule")).toBe("us-east-1");
    expect(region("aws_cloudwatch_event_rule.management-root-console-login_rule")).toBe("eu-west-1");
    expect(body("aws_cloudwatch_event_target.forward-management-root-console-login_target", config)).toMatchObject({
      arn: "${aws_cloudwatch_event_bus.alert-bus_bus.arn}",
      role_arn: "${aws_iam_role.forward-events_role.arn}",
    });
    expect(body("aws_cloudwatch_event_rule.forward-management-root-console-login_rule", config)).not.toHaveProperty(
      "event_bus_name",
    );
  });

  test("the same pattern forwards and alerts, and the alert goes to the topic of its severity", () => {
    const pattern = (name: string) => body(`aws_cloudwatch_event_rule.${name}_rule`)["event_pattern"];
    expect(pattern("forward-management-root-console-login")).toBe(pattern("management-root-console-login"));
    const topic = (name: string) => body(`aws_cloudwatch_event_target.${name}_target`)["arn"];
    expect(topic("management-root-console-login")).toBe("${aws_sns_topic.critical_topic.arn}");
    expect(topic("guardduty-root-credential-usage")).toBe("${aws_sns_topic.high_topic.arn}");
  });
});
