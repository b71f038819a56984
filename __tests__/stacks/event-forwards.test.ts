import type { BaselineConfig } from "../../config";
import { configuration, inChina } from "../support/configuration";
import { stack } from "../support/synth";
import { accountOf, ofType, regionOf, resourcesOf } from "../support/terraform";

const threats = (config: BaselineConfig) => stack(config, "threat-detection");
const using = configuration({ threatDetection: { mode: "use" } });

describe("findings", () => {
  test.each([
    ["create", configuration()],
    ["use", using],
  ])("%s: each governed Region of the security account forwards them to the home Region's bus", (_mode, config) => {
    const rules = resourcesOf(threats(config)).filter(({ type }) => type === "aws_cloudwatch_event_rule");
    const findings = rules.filter(({ body }) => /guardduty-(root|stealth)/.test(String(body["name"])));
    expect(findings.map((rule) => [regionOf(threats(config), rule), accountOf(threats(config), rule)])).toEqual([
      ...Array<readonly string[]>(3).fill(["eu-west-1", "222222222222"]),
      ...Array<readonly string[]>(3).fill(["us-east-1", "222222222222"]),
    ]);
    const targets = Object.values(ofType(threats(config), "aws_cloudwatch_event_target"));
    for (const body of targets)
      expect(body).toMatchObject({
        arn:
          body["target_id"] === "second-channel"
            ? "arn:aws:events:us-east-1:222222222222:event-bus/org-baseline-second-channel"
            : "arn:aws:events:us-east-1:111111111111:event-bus/org-baseline-alerts",
        role_arn: String(body["provider"]).startsWith("aws.security")
          ? "${aws_iam_role.forward-findings_role.arn}"
          : "arn:aws:iam::111111111111:role/org-baseline-forward-events",
      });
  });

  test("critical findings, and what would blind us, go to the second channel as well", () => {
    const terraform = threats(configuration());
    const rules = Object.keys(ofType(terraform, "aws_cloudwatch_event_rule"));
    const second = Object.values(ofType(terraform, "aws_cloudwatch_event_target")).filter(
      (body) => body["target_id"] === "second-channel",
    );
    expect(second).toHaveLength(rules.filter((rule) => !/guardduty-root-credential/.test(rule)).length);
    const alone = threats(configuration({ alerting: { subscriptions: configuration().alerting.subscriptions } }));
    expect(JSON.stringify(alone)).not.toContain("second-channel");
  });

  test("calls that would blind GuardDuty, its rules or the roles are forwarded from where they arrive", () => {
    const config = configuration();
    const rules = resourcesOf(threats(config)).filter(({ body }) => String(body["name"]).endsWith("-event-forward"));
    const places = rules.map((rule) =>
      [rule.body["name"], accountOf(threats(config), rule), regionOf(threats(config), rule)].join(" "),
    );
    expect(places.sort()).toEqual([
      "org-baseline-baseline-key-changed-event-forward 222222222222 us-east-1",
      "org-baseline-baseline-role-changed-event-forward 222222222222 us-east-1",
      "org-baseline-event-rule-changed-event-forward 222222222222 eu-west-1",
      "org-baseline-event-rule-changed-event-forward 222222222222 us-east-1",
      "org-baseline-exempt-identity-changed-event-forward 222222222222 us-east-1",
      "org-baseline-guardduty-changed-event-forward 111111111111 eu-west-1",
      "org-baseline-guardduty-changed-event-forward 111111111111 us-east-1",
      "org-baseline-guardduty-changed-event-forward 222222222222 eu-west-1",
      "org-baseline-guardduty-changed-event-forward 222222222222 us-east-1",
      "org-baseline-topic-changed-event-forward 222222222222 us-east-1",
    ]);
  });

  test("without a detection on findings nothing is forwarded", () => {
    const config = configuration({
      detections: ["root-console-login"],
      alerting: { subscriptions: [{ severity: "critical", protocol: "email", endpoint: "a@example.com" }] },
    });
    expect(ofType(threats(config), "aws_cloudwatch_event_rule")).toEqual({});
    expect(ofType(threats(config), "aws_iam_role")).toEqual({});
  });
});

test("in China the rules on Organizations stand in its Region, and their addresses say so", () => {
  const alarms = stack(inChina(), "alarms");
  const rules = resourcesOf(alarms).filter(({ type }) => type === "aws_cloudwatch_event_rule");
  const places = rules.map((rule) => `${rule.address.split(".")[1] ?? ""} in ${String(regionOf(alarms, rule))}`);
  expect(places).toContain("organizations-forward-guardrail-changed-event_rule in cn-northwest-1");
  expect(places).toContain("forward-management-root-console-login_rule in cn-north-1");
  expect(places.filter((place) => place.startsWith("home-forward"))).toEqual([]);
});
