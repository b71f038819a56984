import { type Deployed, present } from "./deployed";

const MANAGEMENT = "111111111111";
const topicArn = (severity: string) => `arn:aws:sns:us-east-1:${MANAGEMENT}:org-baseline-${severity}`;

/** What the shipped example promises about its topics, read back from SNS and KMS. */
export function describeTopics(of: () => Deployed): void {
  const facts = () => of().facts.alarms;
  const key = () => present(facts().keys[0], "alert key");

  test("topics are encrypted with our key, which CloudWatch and EventBridge may use and which rotates", () => {
    expect(facts().topics.map(({ arn, keyArn }) => [arn, keyArn])).toEqual(
      ["critical", "high", "medium", "low"].map((severity) => [topicArn(severity), key().arn]),
    );
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
          expect.objectContaining({
            Sid: "SecurityHubReads",
            Action: "sns:ListSubscriptionsByTopic",
            Resource: arn,
          }),
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
}
