import type { PreparedDetection } from "../../catalogue/alerts/prepare";
import type { Arrival } from "../../catalogue/detection";
import { apiCallEnvelope } from "../../catalogue/detections/sample-events";
import { blueprintOf } from "../../config";
import { unproven, type Judged } from "../../catalogue/alerts/detection-judge";
import { baseline, forService, received, resource, stacks, statements, topicArn, type Resource } from "./deployed";

const { detections, detectionsByPath, listedDetections } = blueprintOf(baseline);

/** Walks every detection from what it sees to who is told, through the Terraform that is deployed. */

/** Topic, its policy, its key and who is subscribed: from a publisher on. */
function expectDelivery(severity: string, publisher: string): void {
  const topic = resource("alarms", "aws_sns_topic", `${severity}_topic`);
  expect(topic["kms_master_key_id"]).toBe("${aws_kms_key.alert-encryption_key.arn}");
  const policy = resource("alarms", "aws_sns_topic_policy", `${severity}_policy`);
  expect(policy["arn"]).toBe(topicArn(severity));
  expect(forService(policy["policy"], publisher)).toMatchObject({
    Action: "sns:Publish",
    Resource: topicArn(severity),
  });
  const key = resource("alarms", "aws_kms_key", "alert-encryption_key");
  expect(forService(key["policy"], publisher)?.Action).toEqual(["kms:Decrypt", "kms:GenerateDataKey*"]);
  const subscriptions = Object.values(stacks.get("alarms")?.["aws_sns_topic_subscription"] ?? {});
  expect(subscriptions.filter((subscription) => subscription["topic_arn"] === topicArn(severity))).not.toEqual([]);
}

/** What is deployed judges the detection's own events as the catalogue says. */
const expectProof = (id: string, deployed: Judged): void => {
  const detection = listedDetections.find((listed) => listed.id === id);
  // Event rules beside a filter: the events of its proof, as a bus delivers them.
  const beside = listedDetections.find((listed) => `${listed.id}-event` === id);
  const proof =
    detection ?? (beside && { fires: beside.fires.map(apiCallEnvelope), ignores: beside.ignores.map(apiCallEnvelope) });
  expect(proof && unproven(proof, deployed)).toEqual([]);
};

const GOVERNED = ["us-east-1", "eu-west-1"];

const findingForwards = (id: string): readonly Resource[] =>
  GOVERNED.map((region) => resource("threat-detection", "aws_cloudwatch_event_rule", `${region}_forward-${id}_rule`));

/** The rules that forward what arrives in a place. Home is the global Region here, and a place has one rule. */
function forwardsFrom(id: string, { account, region }: Arrival, arrives: readonly Arrival[]): readonly Resource[] {
  if (account === "management" && region !== "governed")
    return [resource("alarms", "aws_cloudwatch_event_rule", `forward-${id}_rule`)];
  const rule = account === "security" ? `forward-${id}_rule` : `management-forward-${id}_rule`;
  const hasRuleAtHome = arrives.some((each) => each.account === account && each.region === "home");
  const governed = GOVERNED.filter((at) => at !== "us-east-1" || !hasRuleAtHome || account === "security");
  return (region === "governed" ? governed : ["us-east-1"]).map((at) =>
    resource("threat-detection", "aws_cloudwatch_event_rule", `${at}_${rule}`),
  );
}

const cases = <T extends PreparedDetection>(detections: readonly T[]) =>
  detections.map((detection) => [detection.id, detection] as const);

describe.each(cases(detectionsByPath.metric))("%s", (id, { set, severity, path }) => {
  const filters = path.texts.map((_text, index) =>
    resource("alarms", "aws_cloudwatch_log_metric_filter", `${id}_filter${index === 0 ? "" : `-${index + 1}`}`),
  );
  const alarm = resource("alarms", "aws_cloudwatch_metric_alarm", `${id}_alarm`);

  it("is as many filters on the trail's log group as it takes, as it was proven", () => {
    for (const filter of filters) expect(filter["log_group_name"]).toBe("org-baseline-trail");
    const texts = filters.map((filter) => received(filter["pattern"]));
    expect(texts).toEqual(path.texts);
    expectProof(id, { kind: "metric", texts });
  });

  it("counts into the metric of its alarm, from zero and without dimensions", () => {
    const namespace = set === "cis" ? "LogMetrics" : "org-baseline";
    for (const filter of filters)
      expect(filter["metric_transformation"]).toEqual({
        namespace,
        name: id,
        value: "1",
        default_value: "0",
        unit: "None",
      });
    expect(alarm).toMatchObject({ namespace, unit: "None", period: 300, threshold: 1 });
    // A negative datum lowers a sum; it does not lower the greatest.
    expect(alarm["statistic"]).toBe("Maximum");
    expect(alarm["metric_name"]).toContain(`aws_cloudwatch_log_metric_filter.${id}_filter.metric_transformation`);
    expect(alarm["treat_missing_data"]).toBe("notBreaching");
  });

  it("names severity, runbook and saved query, and no step is cut off", () => {
    const text = received(alarm["alarm_description"]);
    expect(text).toContain(`[${severity}]`);
    expect(text).toContain(`docs/runbooks/${severity}.md`);
    const query = resource("alarms", "aws_cloudwatch_query_definition", `${id}_query`);
    expect(text).toContain(String(query["name"]));
    expect(text.length).toBeLessThan(1024);
  });

  it("tells the topic of its severity, and somebody hears it", () => {
    expect(alarm["alarm_actions"]).toEqual([topicArn(severity)]);
    expectDelivery(severity, "cloudwatch.amazonaws.com");
  });
});

describe.each(cases([...detectionsByPath.event, ...detectionsByPath.finding]))("%s", (id, { severity, path }) => {
  const rule = resource("alarms", "aws_cloudwatch_event_rule", `${id}_rule`);
  const target = resource("alarms", "aws_cloudwatch_event_target", `${id}_target`);

  it("is a rule on the alert bus, as it was proven", () => {
    expect(rule["event_bus_name"]).toBe("${aws_cloudwatch_event_bus.alert-bus_bus.name}");
    const pattern = JSON.parse(received(rule["event_pattern"])) as Resource;
    expect(pattern).toEqual(path.pattern);
    expectProof(id, { kind: path.kind, pattern });
  });

  it("is forwarded from where its events arise, once", () => {
    const forwards =
      path.kind === "event"
        ? path.arrives.flatMap((at, _index, all) => forwardsFrom(id, at, all))
        : findingForwards(id);
    for (const forward of forwards) expect(JSON.parse(received(forward["event_pattern"]))).toEqual(path.pattern);
    expect(forwards.length).toBeGreaterThan(0);
  });

  it("tells the topic of its severity without a role, and somebody hears it", () => {
    expect(target["arn"]).toBe(topicArn(severity));
    expect(target["role_arn"]).toBeUndefined();
    expectDelivery(severity, "events.amazonaws.com");
  });

  it("tells another topic when it cannot deliver", () => {
    const alarm = resource("alarms", "aws_cloudwatch_metric_alarm", `${id}-delivery_alarm`);
    expect(alarm["metric_name"]).toBe("FailedInvocations");
    expect(alarm["dimensions"]).toEqual({ EventBusName: "org-baseline-alerts", RuleName: `org-baseline-${id}` });
    expect(alarm["alarm_actions"]).not.toEqual([topicArn(severity)]);
  });
});

describe("policies", () => {
  const topics = Object.values(stacks.get("alarms")?.["aws_sns_topic_policy"] ?? {});

  it("narrow CloudWatch to the alarms of this account, and leave EventBridge without a condition", () => {
    expect(topics).toHaveLength(5);
    for (const { policy } of topics) {
      expect(forService(policy, "cloudwatch.amazonaws.com")?.Condition).toEqual({
        StringEquals: { "aws:SourceAccount": "111111111111" },
        ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:us-east-1:111111111111:alarm:*" },
      });
      expect(forService(policy, "events.amazonaws.com")?.Condition).toBeUndefined();
    }
  });

  it("let Security Hub see who subscribes", () => {
    for (const { policy } of topics)
      expect(statements(policy).find(({ Sid }) => Sid === "SecurityHubReads")).toMatchObject({
        Principal: { AWS: ["arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:root"] },
        Action: "sns:ListSubscriptionsByTopic",
      });
  });

  it("admit exactly the two publishers to the key", () => {
    const key = resource("alarms", "aws_kms_key", "alert-encryption_key");
    const services = statements(key["policy"]).flatMap(({ Principal }) => Principal.Service ?? []);
    expect(services).toEqual(["cloudwatch.amazonaws.com", "events.amazonaws.com"]);
  });

  it("let the forwarding roles put events on the bus, and nobody else", () => {
    const bus = resource("alarms", "aws_cloudwatch_event_bus_policy", "alert-bus_policy");
    expect(statements(bus["policy"]).map(({ Principal, Condition }) => ({ Principal, Condition }))).toEqual(
      [
        ["111111111111", "org-baseline-forward-events"],
        ["222222222222", "org-baseline-forward-findings"],
      ].map(([account, role]) => ({
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Condition: { ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/${role}` } },
      })),
    );
  });
});

test("what is only recorded goes to a queue, and mails nobody", () => {
  const subscription = resource("alarms", "aws_sns_topic_subscription", "record-queue_subscription");
  expect(subscription).toMatchObject({ protocol: "sqs", topic_arn: topicArn("record") });
  const queue = resource("alarms", "aws_sqs_queue_policy", "record-queue_policy");
  expect(forService(queue["policy"], "sns.amazonaws.com")?.Condition).toEqual({
    ArnEquals: { "aws:SourceArn": topicArn("record") },
  });
});

test("every detection was walked", () => {
  const beside = listedDetections.filter(({ path }) => path.kind === "metric" && path.event !== undefined);
  expect(detections).toHaveLength(listedDetections.length + beside.length);
});
