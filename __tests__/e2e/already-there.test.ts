import { PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateEventBusCommand, PutRuleCommand } from "@aws-sdk/client-eventbridge";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { CreatePolicyCommand } from "@aws-sdk/client-organizations";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { CreateScheduleGroupCommand } from "@aws-sdk/client-scheduler";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import { parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { Clients } from "../../organization";
import { alreadyThere, readInventory, type Comparison } from "../../organization/inventory";
import { plannedCreations } from "../../terraform/planned-creations";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { STACKS } from "./support/stacks";
import { initialize } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const MANAGEMENT = "111111111111";
const SECURITY = "222222222222";
const LOG_ARCHIVE = "333333333333";
const NOBODY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Principal: "*", Action: "sts:AssumeRole" }],
});
const baseline = parseConfig(configuration());

/** GuardDuty is on already, in one Region. */
const seed = {
  ...existingOrganization,
  detectors: [SECURITY, MANAGEMENT].map((accountId) => ({ accountId, regions: ["us-east-1"] })),
};

/** Others made these, or an apply that was killed. */
async function make(clients: Clients): Promise<void> {
  const home = clients.at(MANAGEMENT);
  await home.sns().send(new CreateTopicCommand({ Name: "org-baseline-high" }));
  await home.eventBridge().send(new CreateEventBusCommand({ Name: "org-baseline-alerts" }));
  await home.scheduler().send(new CreateScheduleGroupCommand({ Name: "org-baseline-known-event" }));
  await home.logs().send(new CreateLogGroupCommand({ logGroupName: "org-baseline-trail" }));
  const alarm = { MetricName: "x", Namespace: "x", Period: 60, EvaluationPeriods: 1, Threshold: 1, Statistic: "Sum" };
  await home.cloudWatch().send(
    new PutMetricAlarmCommand({
      ...alarm,
      AlarmName: "org-baseline-root-console-login",
      ComparisonOperator: "GreaterThanThreshold",
      Statistic: "Sum",
    }),
  );
  await home.organizations().send(
    new CreatePolicyCommand({
      Name: "org-baseline-deny-root-user",
      Description: "",
      Type: "SERVICE_CONTROL_POLICY",
      Content: '{"Version":"2012-10-17","Statement":[]}',
    }),
  );
  const role = { RoleName: "org-baseline-forward-findings", AssumeRolePolicyDocument: NOBODY };
  await clients.at(SECURITY).iam().send(new CreateRoleCommand(role));
  await clients
    .at(LOG_ARCHIVE)
    .s3()
    .send(
      new CreateBucketCommand({
        Bucket: `org-baseline-trail-${LOG_ARCHIVE}-us-east-1`,
        ObjectLockEnabledForBucket: true,
      }),
    );
  const rule = { Name: "org-baseline-guardduty-root-actor-forward", EventPattern: '{"source":["x"]}' };
  await clients.at(SECURITY, "eu-west-1").eventBridge().send(new PutRuleCommand(rule));
}

const anId = expect.stringMatching(/^[0-9a-f]{32}$/) as unknown;
const FOUND = {
  "aws_cloudwatch_event_bus.alert-bus_bus": "org-baseline-alerts",
  "aws_cloudwatch_event_rule.eu-west-1_forward-guardduty-root-actor_rule":
    "default/org-baseline-guardduty-root-actor-forward",
  "aws_cloudwatch_log_group.trail-log-group_log-group": "org-baseline-trail",
  "aws_cloudwatch_metric_alarm.root-console-login_alarm": "org-baseline-root-console-login",
  "aws_guardduty_detector.us-east-1_management_detector": anId,
  "aws_guardduty_detector.us-east-1_security_detector": anId,
  "aws_iam_role.forward-findings_role": "org-baseline-forward-findings",
  "aws_organizations_policy.deny-root-user": expect.stringMatching(/^p-/) as unknown,
  "aws_s3_bucket.trail-bucket_logs_bucket": `org-baseline-trail-${LOG_ARCHIVE}-us-east-1`,
  "aws_scheduler_schedule_group.known-event-call_group": "org-baseline-known-event",
  "aws_sns_topic.high_topic": `arn:aws:sns:us-east-1:${MANAGEMENT}:org-baseline-high`,
};

describeE2E("what a plan would create and the organization has already", () => {
  let trial: Trial;
  let clients: Clients;

  beforeAll(async () => {
    trial = await Trial.start({ seed, config: configuration() });
    clients = new Clients(baseline, trial.emulator.env);
    await make(clients);
  }, DEPLOY_TIMEOUT_MS);

  afterAll(() => trial.end());

  /** Plans every stack and compares with what is there. */
  async function compared(): Promise<Comparison> {
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
    const inventory = await readInventory(clients, baseline);
    const comparisons: Comparison[] = [];
    for (const stack of STACKS) {
      await initialize(trial.deployment, stack);
      const plan = await trial.deployment.terraform(stack, ["plan", "-out=compared.plan"]);
      expect({ stack, ...plan }).toMatchObject({ exitCode: 0, output: expect.stringContaining("Plan: ") as unknown });
      const { stdout } = await trial.deployment.terraform(stack, ["show", "-json", "compared.plan"]);
      // An inventory is plain data, which may have been kept in a file.
      comparisons.push(
        alreadyThere(plannedCreations(stdout), JSON.parse(JSON.stringify(inventory)) as typeof inventory),
      );
    }
    return {
      there: comparisons.flatMap(({ there }) => there),
      undecided: comparisons.flatMap(({ undecided }) => undecided),
    };
  }

  test(
    "is found before anything is applied, and once adopted as the lines say nothing is left",
    async () => {
      const { there, undecided } = await compared();
      const adopt = Object.fromEntries(there.map(({ address, live }) => [address, live.importId]));
      expect(adopt).toEqual(FOUND);
      expect(
        JSON.parse(
          `{${there
            .map((each) => each.adopt)
            .join("")
            .replace(/,$/, "")}}`,
        ),
      ).toEqual(adopt);
      // Attachments of policies that are not there yet, and settings of roles, are named by ids of the apply.
      expect(new Set(undecided.map(({ why }) => why))).toEqual(new Set(["what it is called is known after the apply"]));
      expect(new Set(undecided.map(({ address }) => address.split(".")[0]))).toEqual(
        new Set(["aws_organizations_policy_attachment"]),
      );

      trial.reconfigure(configuration({ adopt }));
      expect((await compared()).there).toEqual([]);
      for (const stack of ["guardrails", "threat-detection"]) {
        const applied = await trial.deployment.terraform(stack, ["apply", "-auto-approve"]);
        expect({ stack, ...applied }).toMatchObject({ exitCode: 0 });
        const again = await trial.deployment.terraform(stack, ["plan", "-detailed-exitcode"]);
        expect({ stack, ...again }).toMatchObject({ exitCode: 0 });
      }
    },
    DEPLOY_TIMEOUT_MS,
  );
});
