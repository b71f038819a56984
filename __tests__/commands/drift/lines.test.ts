import { spawnSync } from "node:child_process";
import { whoCould } from "../../../commands/drift/who";
import { whoLines } from "../../../commands/drift/who/lines";
import { lookUpLines } from "../../../commands/drift/who/look-up";
import { blueprintOf, parseConfig } from "../../../config";
import { configuration } from "../../support/configuration";
import { drifted } from "./drifted";

const [MANAGEMENT, SECURITY, HOME] = ["111111111111", "222222222222", "us-east-1"];
const blueprint = blueprintOf(parseConfig(configuration()));
const suspended = { was: { enable: true }, is: { enable: false } };
const edited = { was: { pattern: "a" }, is: { pattern: "b" } };

const answers = whoCould(blueprint, [
  drifted("alarms", {
    "aws_cloudwatch_log_metric_filter.a": { at: [MANAGEMENT, HOME], ...edited },
    "aws_cloudwatch_log_metric_filter.b": { at: [MANAGEMENT, HOME], ...edited },
    "aws_sns_topic_subscription.s": { at: [MANAGEMENT, HOME], was: { protocol: "email" } },
  }),
  drifted("threat-detection", {
    "aws_guardduty_detector.home": { at: [SECURITY, HOME], ...suspended },
    "aws_guardduty_detector.away": { at: [SECURITY, "eu-west-1"], ...suspended },
  }),
]);

test("what has the same answer stands together, in lines that a terminal holds", () => {
  const lines = whoLines(answers, true);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.slice(0, 17).join("\n")).toBe(`Who can have done it:
  alarms: aws_cloudwatch_log_metric_filter.a
  alarms: aws_cloudwatch_log_metric_filter.b
      PutMetricFilter (logs.amazonaws.com)
  alarms: aws_sns_topic_subscription.s
      Unsubscribe, DeleteTopic (sns.amazonaws.com)
      whoever or whatever follows the link in one of its mails: it unsubscribes
      without signing in, unless the subscription was confirmed with
      AuthenticateOnUnsubscribe
    in      111111111111 (management), us-east-1
    who     anybody there whose own policies permit it, root user included:
            guardrails do not bind the management account
    look up for call in PutMetricFilter Unsubscribe DeleteTopic; do
            aws cloudtrail lookup-events --region us-east-1 \\
              --lookup-attributes AttributeKey=EventName,AttributeValue=$call
            done
`);
  expect(lines.join("\n")).toContain(`  threat-detection: aws_guardduty_detector.home
  threat-detection: aws_guardduty_detector.away
      UpdateDetector (guardduty.amazonaws.com)
    in      222222222222 (security), us-east-1, eu-west-1
    who     exempt: role/OrganizationAccountAccessRole
`);
});

test("whether the guardrails are attached is said to be open where nobody looked", () => {
  expect(whoLines(answers, true).join("\n")).not.toContain("was not asked");
  expect(whoLines(answers, false).join("\n").replaceAll(/\s+/g, " ")).toContain(
    "(whether they are attached was not asked: drift guardrails)",
  );
});

test("of many things of one kind some are named, the others are counted", () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `aws_cloudwatch_log_metric_filter.f${index}`,
      { at: [MANAGEMENT, HOME] as const, ...edited },
    ]),
  );
  const lines = whoLines(whoCould(blueprint, [drifted("alarms", many)]), true);
  expect(lines).toContain("  and 35 more of the list above");
  expect(lines.length).toBeLessThan(25);
});

/** Runs the printed command in a shell, with a stand-in for the AWS CLI that prints what it is asked. */
const asked = (lines: readonly string[]): readonly string[] => {
  const { stdout, stderr, status } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-euc", `aws() { echo "$*"; }\n${lines.join("\n")}`],
    {
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.trimEnd().split("\n");
};

test("the command that is printed asks for every call in every Region, one at a time", () => {
  const names = ["CancelKeyDeletion", "DeleteImportedKeyMaterial", "DisableKey", "DisableKeyRotation", "PutKeyPolicy"];
  const act = {
    things: [],
    calls: [{ eventSource: "kms.amazonaws.com", eventNames: names }],
    unnamed: [],
    besides: [],
  };
  const regions = ["us-east-1", "eu-west-1"];
  expect(asked(lookUpLines({ acts: [act], regions }))).toEqual(
    regions.flatMap((region) =>
      names.map(
        (name) =>
          `cloudtrail lookup-events --region ${region} --lookup-attributes AttributeKey=EventName,AttributeValue=${name}`,
      ),
    ),
  );
  const unnamed = { ...act, calls: [], unnamed: ["s3.amazonaws.com"] };
  expect(asked(lookUpLines({ acts: [unnamed], regions: ["us-east-1"] }))).toEqual([
    "cloudtrail lookup-events --region us-east-1 --lookup-attributes AttributeKey=EventSource,AttributeValue=s3.amazonaws.com",
  ]);
  expect(lookUpLines({ acts: [{ ...act, calls: [] }], regions })).toEqual([]);
});
