import { FREE_RESOURCES } from "../../catalogue/cost/free-resources";
import { PRICES } from "../../catalogue/cost/prices";
import { VOLUME_IDS } from "../../catalogue/cost/volumes";
import { estimateOf, ITEMS } from "../../commands/cost/estimate";
import { costText } from "../../commands/cost/report";
import { Resources } from "../../commands/cost/resources";
import { volumesOf } from "../../commands/cost/volumes";
import { parseConfig } from "../../config";
import { CONFIGURATIONS } from "../support/examples";
import { synthesize } from "../support/synthesize";

const resourcesOf = (files: Readonly<Record<string, string>>): Resources =>
  Resources.of(new Map(Object.entries(files).filter(([path]) => path.endsWith("cdk.tf.json"))));

const one = (type: string, ...resources: readonly object[]): Resources =>
  Resources.of(new Map([["x", JSON.stringify({ resource: { [type]: Object.fromEntries(resources.entries()) } })]]));

const byName = (resources: Resources, ...volumes: readonly string[]) =>
  Object.fromEntries(
    estimateOf(resources, volumesOf(volumes)).lines.map((line) => [`${line.service} ${line.says}`, line.dollars]),
  );

const everyExample = CONFIGURATIONS.map(
  ([name, config]) => [name, resourcesOf(synthesize(parseConfig(config)))] as const,
);

/** An organization as large as they are. */
const LARGE: Readonly<Record<string, number>> = { accounts: 5_000, "active-regions": 34, "event-bytes": 5_000 };

describe.each(everyExample)("%s", (_name, resources) => {
  test("has a price, or a place among what is free, for every type", () => {
    expect(estimateOf(resources, volumesOf([])).unpriced.filter((each) => !/sms/.test(each))).toEqual([]);
  });

  test("fits a terminal of 80 columns", () => {
    const given = volumesOf(VOLUME_IDS.map((id) => `${id}=${LARGE[id] ?? (/-(gb|vcpus)$/.test(id) ? 1e5 : 5e9)}`));
    for (const volumes of [volumesOf([]), given])
      for (const line of costText(estimateOf(resources, volumes), volumes, "us-gov-west-1").split("\n"))
        expect(line.length).toBeLessThanOrEqual(80);
  });
});

/** Made by settings that no example has. */
const NOT_IN_AN_EXAMPLE = ["aws_guardduty_member_detector_feature", "aws_sqs_queue_policy"];

test("nothing is free and priced, and every type that is named is made by an example", () => {
  const made = new Set(everyExample.flatMap(([, resources]) => resources.types()));
  const named = [...FREE_RESOURCES, ...ITEMS.flatMap(({ types }) => types)];
  expect(ITEMS.flatMap(({ types }) => types).filter((type) => FREE_RESOURCES.includes(type))).toEqual([]);
  expect([...new Set(named)].filter((type) => !made.has(type))).toEqual(NOT_IN_AN_EXAMPLE);
});

test("every price is used, and says where and when it was read", () => {
  const used = new Set(ITEMS.map(({ price }) => price));
  expect(Object.keys(PRICES).filter((id) => ![...used].some((each) => each === id))).toEqual([]);
  for (const { source, asOf } of Object.values(PRICES))
    expect(`${source} ${asOf}`).toMatch(/^https:\/\/aws\.amazon\.com\/[a-z0-9]+\/pricing\/ 20\d\d-(0[1-9]|1[0-2])$/);
});

describe("counts", () => {
  test("each metric that an alarm reads, and those of high resolution apart", () => {
    const read = { metric: { metric_name: "a" } };
    const sum = { metric_query: [read, read, { expression: "m1+m2" }] };
    expect(byName(one("aws_cloudwatch_metric_alarm", { period: 300 }, sum, { period: 10 }))).toEqual({
      "CloudWatch alarms": expect.closeTo(0.3) as number,
      "CloudWatch high-resolution alarms": expect.closeTo(0.3) as number,
    });
  });

  test("a metric once, however many filters feed it", () => {
    const filter = { metric_transformation: { namespace: "n", name: "m" } };
    expect(byName(one("aws_cloudwatch_log_metric_filter", filter, filter))).toEqual({
      "CloudWatch filter metrics": 0.3,
    });
  });

  test("logs by what is recorded, kept for as long as the log group says", () => {
    const logs = one("aws_cloudwatch_log_group", { retention_in_days: 300 });
    expect(byName(logs, "management-events=1000000", "event-bytes=2000")).toEqual({
      "CloudWatch logs taken in": expect.closeTo(1) as number,
      // 2 GB a month at 15 %, ten months of it.
      "CloudWatch logs kept": expect.closeTo(2 * 0.15 * 10 * 0.03) as number,
    });
  });

  test("data events and Insights only where the trail has them", () => {
    const data = { advanced_event_selector: [{ field_selector: [{ field: "eventCategory", equals: ["Data"] }] }] };
    const both = { ...data, insight_selector: [{ insight_type: "a" }, { insight_type: "b" }] };
    const lines = byName(one("aws_cloudtrail", both), "management-events=100000", "data-events=200000");
    expect(lines).toMatchObject({
      "CloudTrail data events": 0.2,
      "CloudTrail Insights": expect.closeTo(0.7) as number,
    });
    expect(Object.keys(byName(one("aws_cloudtrail", {})))).not.toContain("CloudTrail data events");
  });

  test("a plan of GuardDuty once, where it is on, and by use where nobody says how much", () => {
    const feature = (name: string, auto_enable: string) => ({ name, auto_enable });
    const plans = one(
      "aws_guardduty_organization_configuration_feature",
      ...[feature("S3_DATA_EVENTS", "ALL"), feature("S3_DATA_EVENTS", "ALL"), feature("RUNTIME_MONITORING", "NONE")],
    );
    expect(byName(plans)).toEqual({ "GuardDuty S3 Protection": undefined });
    expect(byName(plans, "guardduty-object-events=2000000")).toEqual({ "GuardDuty S3 Protection": 1.6 });
  });

  test("each endpoint, by its protocol; SMS has no price here, and is named", () => {
    const told = one(
      "aws_sns_topic_subscription",
      ...["email", "email", "https", "sms"].map((protocol) => ({ protocol })),
    );
    expect(byName(told, "messages=100000")).toEqual({ "SNS mails": 4, "SNS https calls": 0.06 });
    expect(estimateOf(told, volumesOf([])).unpriced).toEqual(["aws_sns_topic_subscription (sms)"]);
  });

  test("nothing of a type that it does not know, and names it", () => {
    const { dollars, unpriced } = estimateOf(one("aws_nat_gateway", {}), volumesOf([]));
    expect([dollars, unpriced]).toEqual([0, ["aws_nat_gateway"]]);
  });
});

test("assumptions follow the number of accounts, and what is given stands above them", () => {
  expect(volumesOf(["accounts=20"])["management-events"]).toEqual({ value: 6_000_000, by: "assumed" });
  expect(volumesOf(["management-events=2e7"])["management-events"]).toEqual({ value: 20_000_000, by: "given" });
});

test("all volumes that are none are named at once", () => {
  expect(() =>
    volumesOf(["accounts=many", "account=1", "messages=-1", "event-bytes=", "messages=1", "messages=2"]),
  ).toThrow(
    /accounts must be a number.*"accounts=many"\n.*its name one of .*"account=1"\n.*"messages=-1"\n.*"event-bytes="\n/,
  );
});
