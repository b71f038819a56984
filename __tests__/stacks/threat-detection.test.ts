import { GUARDDUTY_FEATURES, RUNTIME_AGENTS } from "../../catalogue/aws/guardduty-features";
import type { BaselineConfig } from "../../config";
import { configuration } from "../support/configuration";
import { example } from "../support/examples";
import { stack } from "../support/synth";
import { at, dataOf, ofType, resourcesOf } from "../support/terraform";

type Create = Extract<BaselineConfig["threatDetection"], { mode: "create" }>;

const threats = (config: BaselineConfig) => stack(config, "threat-detection");
const withFeatures = (settings: Omit<Create, "mode">) =>
  configuration({ threatDetection: { mode: "create", ...settings } });
const using = configuration({ threatDetection: { mode: "use" } });

/** What each protection plan is set to, by detector or organization and Region. */
function plans(config: BaselineConfig, prefix: string): Readonly<Record<string, unknown>> {
  const features = {
    ...ofType(threats(config), "aws_guardduty_detector_feature"),
    ...ofType(threats(config), "aws_guardduty_organization_configuration_feature"),
  };
  return Object.fromEntries(
    Object.entries(features)
      .filter(([name]) => name.startsWith(prefix))
      .map(([, body]) => [String(body["name"]), body["status"] ?? body["auto_enable"]]),
  );
}

const all = (value: string) => Object.fromEntries(GUARDDUTY_FEATURES.map((name) => [name, value]));
const detectors = ["us-east-1_security_", "us-east-1_management_", "eu-west-1_security_", "eu-west-1_management_"];

describe("protection plans", () => {
  test("those that were not chosen are off in both detectors, and NONE for members", () => {
    for (const detector of detectors)
      expect([detector, plans(configuration(), detector)]).toEqual([detector, all("DISABLED")]);
    for (const region of ["us-east-1", "eu-west-1"])
      expect([region, plans(configuration(), `${region}_organization-`)]).toEqual([region, all("NONE")]);
  });

  test("those that were chosen are on in both, and ALL for members, and the others stay off", () => {
    const config = withFeatures({ features: ["S3_DATA_EVENTS"] });
    for (const detector of detectors)
      expect(plans(config, detector)).toEqual({ ...all("DISABLED"), S3_DATA_EVENTS: "ENABLED" });
    expect(plans(config, "eu-west-1_organization-")).toEqual({ ...all("NONE"), S3_DATA_EVENTS: "ALL" });
  });

  test("Runtime Monitoring names all three agents in the order of the API, or every plan would replace it", () => {
    const config = withFeatures({ features: ["RUNTIME_MONITORING"], runtimeAgents: ["EC2_AGENT_MANAGEMENT"] });
    const agents = (address: string) => at(threats(config), address)["additional_configuration"];
    expect(agents("aws_guardduty_detector_feature.us-east-1_security_RUNTIME_MONITORING")).toEqual([
      { name: "EKS_ADDON_MANAGEMENT", status: "DISABLED" },
      { name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "DISABLED" },
      { name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" },
    ]);
    expect(
      agents("aws_guardduty_organization_configuration_feature.us-east-1_organization-RUNTIME_MONITORING"),
    ).toEqual(RUNTIME_AGENTS.map((name) => ({ name, auto_enable: name === "EC2_AGENT_MANAGEMENT" ? "ALL" : "NONE" })));
    expect(agents("aws_guardduty_detector_feature.us-east-1_security_S3_DATA_EVENTS")).toEqual([]);
  });

  test("a plan that a Region does not offer is left alone there, and in no other Region", () => {
    const unavailableFeatures = { "eu-west-1": ["LAMBDA_NETWORK_LOGS" as const] };
    const config = withFeatures({ features: ["LAMBDA_NETWORK_LOGS"], unavailableFeatures });
    for (const place of ["security_", "management_", "organization-"]) {
      expect(plans(config, `eu-west-1_${place}`)).not.toHaveProperty("LAMBDA_NETWORK_LOGS");
      expect(Object.keys(plans(config, `eu-west-1_${place}`))).toHaveLength(GUARDDUTY_FEATURES.length - 1);
      expect(plans(config, `us-east-1_${place}`)).toHaveProperty("LAMBDA_NETWORK_LOGS");
    }
  });
});

test("a plan that is off is not sent where the Region does not offer it, nor is an agent of one that it offers", () => {
  const config = withFeatures({
    features: ["RUNTIME_MONITORING"],
    unavailableFeatures: { "eu-west-1": ["EBS_MALWARE_PROTECTION", "EC2_AGENT_MANAGEMENT"] },
  });
  for (const place of ["security_", "management_", "organization-"]) {
    expect(plans(config, `eu-west-1_${place}`)).not.toHaveProperty("EBS_MALWARE_PROTECTION");
    expect(plans(config, `us-east-1_${place}`)).toHaveProperty("EBS_MALWARE_PROTECTION");
  }
  const agents = (region: string, type: string, name: string) =>
    at(threats(config), `${type}.${region}_${name}RUNTIME_MONITORING`)["additional_configuration"];
  for (const [type, name] of [
    ["aws_guardduty_detector_feature", "security_"],
    ["aws_guardduty_organization_configuration_feature", "organization-"],
  ] as const) {
    expect(JSON.stringify(agents("eu-west-1", type, name))).not.toContain("EC2_AGENT_MANAGEMENT");
    expect(agents("eu-west-1", type, name)).toHaveLength(2);
    expect(agents("us-east-1", type, name)).toHaveLength(3);
  }
});

describe("organization", () => {
  test("every governed Region has both detectors, the designation and the configuration for all members", () => {
    for (const region of ["us-east-1", "eu-west-1"]) {
      expect(
        at(threats(configuration()), `aws_guardduty_organization_admin_account.${region}_administrator`),
      ).toMatchObject({
        admin_account_id: "222222222222",
        provider: `aws.management-${region}`,
      });
      expect(
        at(threats(configuration()), `aws_guardduty_organization_configuration.${region}_organization`),
      ).toMatchObject({
        auto_enable_organization_members: "ALL",
        detector_id: `\${aws_guardduty_detector.${region}_security_detector.id}`,
        provider: `aws.security-${region}`,
      });
    }
    expect(Object.keys(ofType(threats(configuration()), "aws_guardduty_detector"))).toHaveLength(4);
  });

  test("findings are published every fifteen minutes", () => {
    for (const body of Object.values(ofType(threats(configuration()), "aws_guardduty_detector")))
      expect(body).toMatchObject({ enable: true, finding_publishing_frequency: "FIFTEEN_MINUTES" });
  });

  test("a default-enabled configuration covers seventeen Regions in one stack", () => {
    expect(
      Object.keys(ofType(threats(example("greenfield")), "aws_guardduty_organization_configuration")),
    ).toHaveLength(17);
  });
});

describe("use", () => {
  test("only the rules, their role, their queues and the alarms on them are added", () => {
    const types = new Set(resourcesOf(threats(using)).map(({ type }) => type));
    expect([...types].sort()).toEqual([
      "aws_cloudwatch_event_rule",
      "aws_cloudwatch_event_target",
      "aws_cloudwatch_metric_alarm",
      "aws_iam_role",
      "aws_iam_role_policy",
      "aws_sqs_queue",
      "terraform_data",
    ]);
  });

  test("GuardDuty must be trusted and delegated to the security account already; create sees to both", () => {
    const asks = (config: BaselineConfig) =>
      dataOf(threats(config)).flatMap(
        ({ body }) => JSON.stringify(body).match(/(contains\(self\.\w+(\[\*\]\.id)?|enable-aws-service-access)/g) ?? [],
      );
    expect(asks(using)).toEqual([
      "contains(self.delegated_administrators[*].id",
      "contains(self.aws_service_access_principals",
      "enable-aws-service-access",
    ]);
    expect(asks(configuration())).toEqual([]);
  });
});
