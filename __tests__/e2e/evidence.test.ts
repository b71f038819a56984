import { StopLoggingCommand } from "@aws-sdk/client-cloudtrail";
import { DescribeAlarmsCommand, PutAlarmMuteRuleCommand, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteRolePolicyCommand } from "@aws-sdk/client-iam";
import { DeleteScheduleCommand } from "@aws-sdk/client-scheduler";
import { UpdateDetectorCommand } from "@aws-sdk/client-guardduty";
import { DetachPolicyCommand } from "@aws-sdk/client-organizations";
import { ListSubscriptionsByTopicCommand, UnsubscribeCommand } from "@aws-sdk/client-sns";
import { parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import type { Difference } from "../../evidence/differences";
import type { Report } from "../../evidence/report";
import { Clients } from "../../organization";
import { readDetector } from "../../organization/services/detectors";
import { readSnapshot } from "../../organization/tree/snapshot";
import { configuration, withGuardrails } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { DEPLOY_TIMEOUT_MS, PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const { guardrails, custody } = configuration();

/** The shipped configuration after the promotion of deny-root-user and a drill of today. */
const config = {
  ...withGuardrails({
    attach: guardrails.attach.map((each) => (each.id === "deny-root-user" ? { ...each, targets: ["root"] } : each)),
  }),
  custody: {
    ...custody,
    lastDrill: new Date().toISOString().slice(0, 10),
    lastReviewed: new Date().toISOString().slice(0, 10),
  },
};

/** Nobody but the management account has root credentials. */
const seed = {
  ...existingOrganization,
  rootCredentials: existingOrganization.rootCredentials?.filter(({ accountId }) => accountId === "111111111111"),
};

describeE2E("status and verify of a deployed organization", () => {
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-evidence-"));
  const [audit, proof, first, html] = ["audit.json", "proof.json", "first.json", "report.html"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const baseline = parseConfig(config);
  let trial: Trial;
  let clients: Clients;

  beforeAll(async () => {
    trial = await Trial.start({ seed, config });
    clients = new Clients(baseline, trial.emulator.env);
    expect(await trial.deployment.deploy()).toMatchObject({ exitCode: 0 });
  }, DEPLOY_TIMEOUT_MS);

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await trial.end();
  });

  test(
    "status shows what npm start shows, and says that everything was read",
    async () => {
      const { exitCode, stdout } = await trial.baseline("status");
      expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
      expect(stdout).toContain("  trail               org-baseline-trail: logging, whole organization, every Region");
      expect(stdout).not.toContain("NOT READ");
      const machine = await trial.baseline("status", "--json");
      expect(JSON.parse(machine.stdout)).toMatchObject({ auditTrail: { trail: { value: { logging: true } } } });
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "verify has a gap where nobody audited or proved the alerts, and none after both",
    async () => {
      const before = await trial.baseline("verify", "--json");
      const { controls } = JSON.parse(before.stdout) as Report;
      const wrong = controls.flatMap(({ id, items }) =>
        items.filter(({ verdict }) => verdict !== "in-force").map(({ of, says }) => `${id}: ${of}: ${says}`),
      );
      expect([before.exitCode, wrong]).toEqual([
        2,
        ["root-credentials: 5 member accounts: no audit was given", "alert-paths: 13 alert paths: no proof was given"],
      ]);

      const audited = await trial.baseline("audit", "--reason=CHG-1", "--rate=300", `--out=${audit}`);
      expect({ ...audited, isThere: existsSync(audit) }).toMatchObject({ exitCode: 0, isThere: true });
      await trial.emulator.carryAlerts(true);
      const proved = await trial.baseline("verify", "--alerts", "--yes", "--minutes=1", `--out=${proof}`);
      await trial.emulator.carryAlerts(false);
      expect(proved).toMatchObject({ exitCode: 0 });
      const given = [`--audit=${audit}`, `--proof=${proof}`];
      const after = await trial.baseline("verify", ...given, `--report=${first}`, `--html=${html}`);
      expect(after).toMatchObject({ exitCode: 0 });
      expect(after.stdout).toContain("in force: all 24 controls");
      expect(readFileSync(html, "utf8")).toContain("The root users of 5 of 5");
      for (const file of [first, html]) expect(statSync(file).mode & 0o777).toBe(0o600);
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "what is broken behind Terraform's back is named, with what mends it",
    async () => {
      const at = clients.at("111111111111");
      const { policies, root } = await readSnapshot(clients, baseline);
      const deny = policies.find(({ name }) => name === "org-baseline-deny-root-user");
      await at.organizations().send(new DetachPolicyCommand({ PolicyId: deny?.id, TargetId: root }));
      await at.cloudTrail().send(new StopLoggingCommand({ Name: "org-baseline-trail" }));
      const AlarmNames = ["org-baseline-cis-cloudwatch-1"];
      const { MetricAlarms = [] } = await at.cloudWatch().send(new DescribeAlarmsCommand({ AlarmNames }));
      for (const { AlarmName, EvaluationPeriods, ComparisonOperator, ...alarm } of MetricAlarms)
        await at.cloudWatch().send(
          new PutMetricAlarmCommand({
            ...alarm,
            AlarmName,
            EvaluationPeriods,
            ComparisonOperator,
            ActionsEnabled: false,
          }),
        );
      await at.cloudWatch().send(
        new PutAlarmMuteRuleCommand({
          Name: "quiet",
          Rule: { Schedule: { Expression: "cron(* * * * *)", Duration: "PT1H" } },
          MuteTargets: { AlarmNames: ["org-baseline-trail-silence"] },
        }),
      );
      await at
        .scheduler()
        .send(new DeleteScheduleCommand({ Name: "org-baseline-known-event", GroupName: "org-baseline-known-event" }));
      const RoleName = "org-baseline-forward-findings";
      await clients
        .at("222222222222")
        .iam()
        .send(new DeleteRolePolicyCommand({ RoleName, PolicyName: "put-events" }));
      const TopicArn = "arn:aws:sns:us-east-1:111111111111:org-baseline-critical";
      const { Subscriptions = [] } = await at.sns().send(new ListSubscriptionsByTopicCommand({ TopicArn }));
      for (const { SubscriptionArn } of Subscriptions) await at.sns().send(new UnsubscribeCommand({ SubscriptionArn }));
      const guardDuty = clients.at("222222222222", "eu-west-1").guardDuty();
      const DetectorId = (await readDetector(guardDuty))?.id;
      await guardDuty.send(new UpdateDetectorCommand({ DetectorId, Enable: false }));

      const { exitCode, stdout } = await trial.baseline(
        "verify",
        `--audit=${audit}`,
        `--proof=${proof}`,
        `--since=${first}`,
        "--json",
      );
      expect(exitCode).toBe(2);
      const { differences } = JSON.parse(stdout) as Report & { readonly differences: readonly Difference[] };
      const worse = differences.map(({ control, of, was, is }) => `${control}: ${of}: ${was} → ${is}`);
      expect(worse.filter((each) => !each.startsWith("root-denied"))).toEqual([
        "guardrails-attached: deny-root-user: in-force → gap",
        "trail-records: logging: in-force → gap",
        "alarms: cis-cloudwatch-1: in-force → gap",
        "alarms: muted: management, us-east-1: in-force → gap",
        "alert-forwarders: org-baseline-forward-findings: in-force → gap",
        "known-event: schedule: in-force → gap",
        "subscriptions: org-baseline-critical: in-force → gap",
        expect.stringMatching(/^subscriptions: org-baseline-critical: .*email.*: in-force → gap$/) as unknown,
        "threat-detection: eu-west-1: security account: in-force → gap",
      ]);
      expect(worse.filter((each) => each.startsWith("root-denied"))).toHaveLength(5);
      const text = await trial.baseline("verify", `--audit=${audit}`);
      expect(text.stdout).toContain("aws cloudtrail start-logging --name");
      expect(text.stdout).toContain("aws cloudwatch enable-alarm-actions --region us-east-1");
    },
    PLAN_TIMEOUT_MS,
  );
});
