import { configuration, inChina } from "../support/configuration";
import { statementsIn } from "../support/policies";
import { stack } from "../support/synth";
import { at, ofType } from "../support/terraform";

const body = (address: string, config = configuration()) => at(stack(config, "alarms"), address);

test("the role trusts the schedules of its group alone, and may make this one call", () => {
  expect(statementsIn(body("aws_iam_role.known-event-call_role")["assume_role_policy"])).toMatchObject([
    {
      Principal: { Service: "scheduler.amazonaws.com" },
      Condition: {
        StringEquals: {
          "aws:SourceAccount": "111111111111",
          "aws:SourceArn": "arn:aws:scheduler:us-east-1:111111111111:schedule-group/org-baseline-known-event",
        },
      },
    },
  ]);
  expect(statementsIn(body("aws_iam_role_policy.known-event-call_policy")["policy"])).toEqual([
    {
      Effect: "Allow",
      Action: "events:EnableRule",
      Resource: "arn:aws:events:us-east-1:111111111111:rule/org-baseline-known-event-forward",
    },
  ]);
});

test("both alarms sound where nothing comes", () => {
  for (const part of ["log-group", "rule"])
    expect(body(`aws_cloudwatch_metric_alarm.known-event-${part}_alarm`)).toMatchObject({
      comparison_operator: "LessThanThreshold",
      threshold: 1,
      treat_missing_data: "breaching",
      alarm_actions: ["${aws_sns_topic.critical_topic.arn}"],
    });
});

test("the call carries the partition", () => {
  expect(body("aws_scheduler_schedule.known-event-call_schedule", inChina())["target"]).toMatchObject({
    arn: "arn:aws-cn:scheduler:::aws-sdk:eventbridge:enableRule",
  });
});

test("where nobody asks for it, no call is made", () => {
  const quiet = configuration({
    detections: ["trail-silent"],
    alerting: { subscriptions: [{ severity: "critical", protocol: "email", endpoint: "a@example.com" }] },
  });
  expect(Object.keys(ofType(stack(quiet, "alarms"), "aws_scheduler_schedule"))).toEqual([]);
  expect(Object.keys(ofType(stack(configuration(), "alarms"), "aws_scheduler_schedule"))).toHaveLength(1);
});
