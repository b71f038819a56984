import { alarmDescription, notification } from "../../../catalogue/notification";
import { type DetectionId, DETECTIONS } from "../../../catalogue/detections";
import { type Deployed, present } from "./deployed";

const MANAGEMENT = "111111111111";
const SECURITY = "222222222222";
const BUS_ARN = `arn:aws:events:us-east-1:${MANAGEMENT}:event-bus/org-baseline-alerts`;
const topicArn = (severity: string) => `arn:aws:sns:us-east-1:${MANAGEMENT}:org-baseline-${severity}`;

/** The metric filters of the shipped example, byte for byte: scanners compare the second. */
const FILTERS = {
  "cis-cloudwatch-1": {
    severity: "high",
    pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
  },
  "root-console-login": {
    severity: "critical",
    pattern:
      '{ ($.eventSource = "signin.amazonaws.com") && ($.eventName = "ConsoleLogin") && ($.userIdentity.type = "Root") && ($.responseElements.ConsoleLogin = "Success") }',
  },
} as const;

/** Rules on the alert bus: which path of the catalogue feeds them, and whom they tell. */
const ALERTS = [
  ["guardduty-root-credential-usage", "finding", "high"],
  ["management-root-console-login", "event", "critical"],
] as const;

const detection = (id: DetectionId) =>
  present(
    DETECTIONS.find((one) => one.id === id),
    id,
  );
const byName = <T>(entries: readonly T[], nameOf: (entry: T) => string | undefined): readonly T[] =>
  [...entries].sort((a, b) => ((nameOf(a) ?? "") < (nameOf(b) ?? "") ? -1 : 1));

/** What the shipped example promises about alarms, read back from CloudWatch, CloudWatch Logs, SNS and EventBridge. */
export function describeAlarms(of: () => Deployed): void {
  describe("alarms", () => {
    const facts = () => of().facts.alarms;
    const key = () => present(facts().keys[0], "alert key");

    test("the trail's log group has the two filters, byte for byte", () =>
      expect(byName(facts().metricFilters, ({ name }) => name)).toEqual(
        Object.entries(FILTERS).map(([id, { pattern }]) => ({
          name: `org-baseline-${id}`,
          logGroup: "org-baseline-trail",
          pattern,
          transformations: [
            expect.objectContaining({
              metricNamespace: "LogMetrics",
              metricName: id,
              metricValue: "1",
              defaultValue: 0,
            }),
          ],
        })),
      ));

    test("one matching event in five minutes raises the alarm, which tells its topic what to do", () =>
      expect(byName(facts().alarms, ({ AlarmName }) => AlarmName)).toEqual(
        Object.entries(FILTERS).map(([id, { severity }]) =>
          expect.objectContaining({
            AlarmName: `org-baseline-${id}`,
            AlarmDescription: alarmDescription(detection(id as DetectionId)),
            ActionsEnabled: true,
            AlarmActions: [topicArn(severity)],
            Namespace: "LogMetrics",
            MetricName: id,
            Statistic: "Sum",
            Period: 300,
            EvaluationPeriods: 1,
            Threshold: 1,
            ComparisonOperator: "GreaterThanOrEqualToThreshold",
            TreatMissingData: "notBreaching",
          }),
        ),
      ));

    test("topics are encrypted with our key, which CloudWatch and EventBridge may use and which rotates", () => {
      expect(facts().topics.map(({ arn, keyArn }) => [arn, keyArn])).toEqual([
        [topicArn("critical"), key().arn],
        [topicArn("high"), key().arn],
      ]);
      expect(key()).toMatchObject({ alias: "alias/org-baseline-alerts", state: "Enabled", rotation: true });
      expect(JSON.stringify(key().policy).match(/(cloudwatch|events)\.amazonaws\.com/g)).toEqual([
        "cloudwatch.amazonaws.com",
        "events.amazonaws.com",
      ]);
    });

    test("topics take messages from this account's alarms and from EventBridge, and from nobody else", () => {
      for (const { arn, policy } of facts().topics)
        expect(policy).toEqual({
          Version: "2012-10-17",
          Statement: [
            expect.objectContaining({
              Sid: "Owner",
              Principal: { AWS: `arn:aws:iam::${MANAGEMENT}:root` },
              Resource: arn,
            }),
            {
              Sid: "CloudWatchAlarms",
              Effect: "Allow",
              Principal: { Service: "cloudwatch.amazonaws.com" },
              Action: "sns:Publish",
              Resource: arn,
              Condition: {
                StringEquals: { "aws:SourceAccount": MANAGEMENT },
                ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:us-east-1:${MANAGEMENT}:alarm:*` },
              },
            },
            {
              Sid: "EventBridgeRules",
              Effect: "Allow",
              Principal: { Service: "events.amazonaws.com" },
              Action: "sns:Publish",
              Resource: arn,
            },
          ],
        });
    });

    test("the people of the configuration are subscribed", () =>
      expect(
        facts().topics.flatMap(({ name, subscriptions }) =>
          subscriptions.map(({ protocol, endpoint }) => ({
            severity: name.replace("org-baseline-", ""),
            protocol,
            endpoint,
          })),
        ),
      ).toEqual(of().baseline.alerting.subscriptions));

    test("the alert bus takes events from the two forwarding roles only", () =>
      expect(facts().bus).toEqual({
        name: "org-baseline-alerts",
        arn: BUS_ARN,
        policy: {
          Version: "2012-10-17",
          Statement: [
            [MANAGEMENT, "org-baseline-forward-events"],
            [SECURITY, "org-baseline-forward-findings"],
          ].map(([account, role], index) => ({
            Sid: `Forwarder${index + 1}`,
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${account}:root` },
            Action: "events:PutEvents",
            Resource: BUS_ARN,
            Condition: { ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/${role}` } },
          })),
        },
      }));

    test("what arrives on it is told to the topic of its severity, in words", () =>
      expect(facts().alertRules).toEqual(
        ALERTS.map(([id, kind, severity]) => {
          const { inputPaths, inputTemplate } = notification(detection(id), kind);
          return {
            account: MANAGEMENT,
            region: "us-east-1",
            name: `org-baseline-${id}`,
            bus: "org-baseline-alerts",
            state: "ENABLED",
            description: detection(id).title,
            pattern: detection(id).path.pattern,
            targets: [
              {
                id: "alert",
                arn: topicArn(severity),
                inputTransformer: { InputPathsMap: inputPaths, InputTemplate: inputTemplate },
              },
            ],
          };
        }),
      ));

    test("console sign-ins of the management account's root are forwarded from the global Region", () =>
      expect(facts().forwardRules).toEqual([
        expect.objectContaining({
          account: MANAGEMENT,
          region: "us-east-1",
          name: "org-baseline-management-root-console-login-forward",
          bus: "default",
          state: "ENABLED",
          pattern: {
            source: ["aws.signin"],
            "detail-type": ["AWS Console Sign In via CloudTrail"],
            detail: { eventName: ["ConsoleLogin"], userIdentity: { type: ["Root"] } },
          },
          targets: [
            { id: "alert", arn: BUS_ARN, roleArn: `arn:aws:iam::${MANAGEMENT}:role/org-baseline-forward-events` },
          ],
        }),
      ]));
  });
}
