import {
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch";
import { PutMetricFilterCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DisableRuleCommand, EnableRuleCommand } from "@aws-sdk/client-eventbridge";
import { ConfirmSubscriptionCommand } from "@aws-sdk/client-sns";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import example from "../../baseline.config";
import { PROOF_FORM, type ProofRecord } from "../../alert-proof/record";
import { blueprintOf, parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import type { Report } from "../../evidence/report";
import { Clients } from "../../organization";
import { describeE2E } from "./support/describe-e2e";
import { DEPLOY_TIMEOUT_MS, PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const baseline = parseConfig(example);
const { arns, detectionsByPath } = blueprintOf(baseline);

/** Who is told on the second channel, and has not confirmed at first. */
const SECOND = "second-channel@example.net";
const LOG_GROUP_CHANGED = "org-baseline-log-group-changed";
const EVENT_RULE_CHANGED = "org-baseline-event-rule-changed";
const FORWARD = { Name: "org-baseline-event-rule-changed-event-forward" };
const filter = {
  logGroupName: "org-baseline-trail",
  filterName: LOG_GROUP_CHANGED,
  metricTransformations: [{ metricNamespace: "org-baseline", metricName: "log-group-changed", metricValue: "1" }],
};

/** What was not seen, by path: the part, and what was said of it. */
const unseenIn = ({ paths }: ProofRecord): Readonly<Record<string, string>> =>
  Object.fromEntries(
    paths.flatMap(({ of, steps }) => {
      const unseen = steps.find(({ seen }) => !seen);
      return unseen === undefined ? [] : [[of, `${unseen.part}: ${unseen.says}`]];
    }),
  );

describeE2E("verify --alerts of a deployed organization", () => {
  let trial: Trial;
  let clients: Clients;

  const home = () => clients.at("111111111111");
  const rules = () => clients.at("222222222222", "eu-west-1").eventBridge();
  const fileOf = (name: string): string => join(trial.workshop.folder, name);
  /** Alarms as they are when nothing happened for a while; what sets them so is not recorded. */
  const settled = async (): Promise<void> => {
    await trial.emulator.carryAlerts(false);
    for (const AlarmName of [LOG_GROUP_CHANGED, EVENT_RULE_CHANGED])
      await home()
        .cloudWatch()
        .send(new SetAlarmStateCommand({ AlarmName, StateValue: "OK", StateReason: "nothing happened for a while" }));
  };
  const proved = async (name: string) => {
    await trial.emulator.carryAlerts(true);
    const out = `--out=${fileOf(name)}`;
    const { exitCode, output } = await trial.baseline("verify", "--alerts", "--yes", "--minutes=1", out);
    return { exitCode, output, record: PROOF_FORM.parse(JSON.parse(readFileSync(fileOf(name), "utf8"))) };
  };
  const controlOf = async (name: string) => {
    const { stdout } = await trial.baseline("verify", `--proof=${fileOf(name)}`, "--json");
    return (JSON.parse(stdout) as Report).controls.find(({ id }) => id === "alert-paths");
  };

  beforeAll(async () => {
    trial = await Trial.start({ seed: { ...existingOrganization, unconfirmed: [SECOND] }, config: example });
    clients = new Clients(baseline, trial.emulator.env);
    expect(await trial.deployment.deploy()).toMatchObject({ exitCode: 0 });
  }, DEPLOY_TIMEOUT_MS);

  afterAll(() => trial.end());

  test(
    "where nobody can be asked, and --yes is not given, nothing is called",
    async () => {
      const { exitCode, output } = await trial.baseline("verify", "--alerts");
      expect([exitCode, output]).toEqual([1, expect.stringContaining("--yes must be given where nobody can be asked")]);
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "each broken part is told on the paths that it breaks, and on no other",
    async () => {
      await settled();
      await home()
        .logs()
        .send(new PutMetricFilterCommand({ ...filter, filterPattern: '{ $.eventName = "Nothing" }' }));
      await home()
        .cloudWatch()
        .send(new DisableAlarmActionsCommand({ AlarmNames: [EVENT_RULE_CHANGED] }));
      await rules().send(new DisableRuleCommand(FORWARD));

      const { exitCode, output, record } = await proved("broken.json");
      const unconfirmed = "subscription: org-baseline-second-channel tells nobody: no subscription is confirmed";
      const disabled = `rule: the rule ${FORWARD.Name} in 222222222222, eu-west-1 is DISABLED`;
      expect([exitCode, unseenIn(record)]).toEqual([
        2,
        {
          "alarm of log-group-changed": "filter: log-group-changed counted nothing: its filter does not see the call",
          "alarm of event-rule-changed": `alarm: ${EVENT_RULE_CHANGED} has its actions switched off`,
          "rule of event-rule-changed, from security, eu-west-1": disabled,
          "second channel of event-rule-changed, from security, eu-west-1": disabled,
          "second channel of event-rule-changed, from security, us-east-1": unconfirmed,
          "second channel of event-rule-changed, from management, us-east-1": unconfirmed,
          "second channel of log-group-changed, from management, us-east-1": unconfirmed,
        },
      ]);
      expect(output).toContain("Not seen within 1 minute.");
      expect((await controlOf("broken.json"))?.verdict).toBe("gap");
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "once mended, every path is seen to the end, and the record takes the control into force",
    async () => {
      await settled();
      const [filterPattern] = detectionsByPath.metric.find(({ id }) => id === "log-group-changed")?.path.texts ?? [];
      await home()
        .logs()
        .send(new PutMetricFilterCommand({ ...filter, filterPattern }));
      await home()
        .cloudWatch()
        .send(new EnableAlarmActionsCommand({ AlarmNames: [EVENT_RULE_CHANGED] }));
      await rules().send(new EnableRuleCommand(FORWARD));
      const confirmed = new ConfirmSubscriptionCommand({ TopicArn: arns.secondTopic(), Token: SECOND });
      await clients.at("222222222222").sns().send(confirmed);

      const { exitCode, output, record } = await proved("green.json");
      expect({ exitCode, unseen: unseenIn(record), output }).toMatchObject({ exitCode: 0, unseen: {} });
      expect(record.paths).toHaveLength(13);
      expect(output).toContain("logs:PutRetentionPolicy in 111111111111, us-east-1");
      expect(statSync(fileOf("green.json")).mode & 0o777).toBe(0o600);
      expect((await controlOf("green.json"))?.verdict).toBe("in-force");
    },
    PLAN_TIMEOUT_MS,
  );
});
