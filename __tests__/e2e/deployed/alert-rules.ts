import { tellsSecondChannel } from "../../../catalogue/alerts/second-channel";
import { kindOf, notification } from "../../../catalogue/alerts/notification";
import { blueprintOf } from "../../../config";
import type { Deployed } from "./deployed";
import { KNOWN_RULE } from "./known-event";

const MANAGEMENT = "111111111111";
const SECURITY = "222222222222";
const SECOND_BUS_ARN = `arn:aws:events:us-east-1:${SECURITY}:event-bus/org-baseline-second-channel`;
/** Of the stack that has the rule: GuardDuty's calls are forwarded by the stack of threat detection. */
const DEAD_LETTERS = expect.stringMatching(
  `^arn:aws:sqs:us-east-1:${MANAGEMENT}:org-baseline-(alarms|threat-detection)-dead-letters$`,
) as unknown;
const BUS_ARN = `arn:aws:events:us-east-1:${MANAGEMENT}:event-bus/org-baseline-alerts`;

/** What the shipped example promises about its event rules, read back from EventBridge. */
export function describeAlertRules(of: () => Deployed): void {
  const facts = () => of().facts.alarms;

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

  test("what arrives on it is told to the topic of its severity, in words", () => {
    const { baseline } = of();
    const expected = [
      ...blueprintOf(baseline).detectionsByPath.event,
      ...blueprintOf(baseline).detectionsByPath.finding,
    ].map((detection) => {
      const { inputPaths, inputTemplate } = notification(detection, kindOf(detection.path), baseline.alerting.runbooks);
      return {
        account: MANAGEMENT,
        region: "us-east-1",
        name: `org-baseline-${detection.id}`,
        bus: "org-baseline-alerts",
        state: "ENABLED",
        description: detection.title,
        pattern: detection.path.pattern,
        targets: [
          {
            id: "alert",
            arn: `arn:aws:sns:us-east-1:${MANAGEMENT}:org-baseline-${detection.severity}`,
            deadLetterArn: `arn:aws:sqs:us-east-1:${MANAGEMENT}:org-baseline-alarms-dead-letters`,
            inputTransformer: { InputPathsMap: inputPaths, InputTemplate: inputTemplate },
          },
        ],
      };
    });
    expect(expected.length).toBeGreaterThan(1);
    expect(facts().alertRules).toHaveLength(expected.length);
    expect(facts().alertRules).toEqual(expect.arrayContaining(expected));
  });

  test("what the management account's own calls tell is forwarded from its default bus, as it is looked for", () => {
    const { baseline } = of();
    const from = {
      roleArn: `arn:aws:iam::${MANAGEMENT}:role/org-baseline-forward-events`,
      deadLetterArn: DEAD_LETTERS,
    };
    const expected = blueprintOf(baseline).detectionsByPath.event.map((detection): unknown => {
      const targets = [
        { id: "alert", arn: BUS_ARN, ...from },
        ...(tellsSecondChannel(detection) ? [{ id: "second-channel", arn: SECOND_BUS_ARN, ...from }] : []),
      ];
      return expect.objectContaining({
        account: MANAGEMENT,
        region: "us-east-1",
        name: `org-baseline-${detection.id}-forward`,
        bus: "default",
        state: "ENABLED",
        pattern: detection.path.pattern,
        targets: expect.arrayContaining(targets) as unknown,
      });
    });
    expect(expected.length).toBeGreaterThan(8);
    // Console sign-ins of the root user in the global Region, calls on what the baseline is made of in the home Region;
    // GuardDuty's in every governed Region, by the stack of threat detection.
    const rules = facts().forwardRules.filter(({ name }) => name !== KNOWN_RULE);
    expect(rules).toHaveLength(expected.length);
    expect(rules).toEqual(expect.arrayContaining(expected));
  });
}
