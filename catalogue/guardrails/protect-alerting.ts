import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";
import {
  actionsOf,
  ALARM_CALLS,
  ALARM_LIST_CALLS,
  QUEUE_CALLS,
  ROLE_CALLS,
  RULE_CALLS,
  TARGET_CALLS,
  TOPIC_CALLS,
} from "../protected-calls";
import {
  ALERT_BUS_RULE,
  BASELINE_ALARM,
  CRITICAL_TOPIC,
  DEAD_LETTER_QUEUE,
  FORGED_DEPLOY_ROLE,
  FORWARDING_ROLE,
  FORWARDING_RULE,
  MEMBER_DEVELOPER,
  RULE_OF_LIKE_NAME,
  SECURITY_ADMINISTRATOR,
  SECURITY_DEPLOY_ROLE,
  SECURITY_TEAM_RULE,
  TEAM_ALARM,
  TEAM_QUEUE,
  TEAM_RULE,
  TOPIC_OF_LIKE_NAME,
} from "./cast";
import { attack, by, note } from "./vocabulary";

export const protectAlerting = {
  id: "protect-alerting",
  title: "Protect rules, alarms and topics that carry alerts",
  rationale:
    "An alert that is disabled, muted or sent elsewhere is a detection that never happened. In member accounts these are the rules of the security account that forward findings, the queue of what they could not deliver, the role that they use, and the second channel there.",
  cost: "None outside the security account, and there none for names that begin with something else than the baseline's. Who mutes an alert of the baseline does it in the management account.",
  binds: `Every principal of member accounts below the target but the exempt ones. ${NOT_BOUND} The baseline's own alarms, topics and bus lie in the management account: there docs/management-account-policy.json protects them.`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "AWS Security Hub", control: "CloudWatch.17" },
    { source: "AWS Control Tower", control: "Disallow Changes to Amazon CloudWatch Set Up by AWS Control Tower" },
    { source: "Service Authorization Reference", control: "CloudWatch, EventBridge, SNS, SQS" },
  ],
  statements: ({ name, alertingAccounts, exemptPrincipals }) => [
    {
      Sid: "ProtectAlerting",
      Effect: "Deny",
      Action: [
        ...actionsOf("cloudwatch", ALARM_CALLS, ALARM_LIST_CALLS),
        ...actionsOf("events", RULE_CALLS, TARGET_CALLS),
        ...actionsOf("sns", TOPIC_CALLS),
        ...actionsOf("sqs", QUEUE_CALLS),
        "cloudwatch:PutLogAlarm",
        "events:DeleteEventBus",
        "events:UpdateEventBus",
        // No more than ten messages a second reach an e-mail address: SNS sets the subscription back to pending.
        // Source: AWS re:Post knowledge center, SNS subscription deactivated; SNS quotas, e-mail delivery rate.
        "sns:Publish",
      ].sort(),
      // In these accounts only: elsewhere the prefix is anybody's.
      Resource: alertingAccounts.flatMap((account) => [
        `arn:*:cloudwatch:*:${account}:alarm:${name}-*`,
        `arn:*:cloudwatch:*:${account}:alarm-mute-rule:${name}-*`,
        `arn:*:events:*:${account}:event-bus/${name}-*`,
        `arn:*:events:*:${account}:rule/${name}-*`,
        `arn:*:sns:*:${account}:${name}-*`,
        `arn:*:sqs:*:${account}:${name}-*`,
      ]),
      ...unlessPrincipal(exemptPrincipals),
    },
    {
      // A rule of any name, with events of one's own, sends to a topic what nobody may publish there.
      Sid: "ProtectAlertingTopics",
      Effect: "Deny",
      Action: ["events:PutTargets"],
      Resource: "*",
      Condition: {
        "ForAnyValue:ArnLike": {
          "events:TargetArn": alertingAccounts.map((account) => `arn:*:sns:*:${account}:${name}-*`),
        },
        ...unlessPrincipal(exemptPrincipals).Condition,
      },
    },
    {
      Sid: "ProtectAlertingRoles",
      Effect: "Deny",
      Action: [...actionsOf("iam", ROLE_CALLS), "iam:PassRole"].sort(),
      Resource: alertingAccounts.map((account) => `arn:*:iam::${account}:role/${name}-forward-*`),
      ...unlessPrincipal(exemptPrincipals),
    },
  ],
  denies: [
    by(SECURITY_ADMINISTRATOR).calls("events:DisableRule", FORWARDING_RULE),
    by(SECURITY_ADMINISTRATOR).calls("events:RemoveTargets", FORWARDING_RULE),
    by(SECURITY_ADMINISTRATOR).calls("cloudwatch:PutAlarmMuteRule", BASELINE_ALARM),
    by(SECURITY_ADMINISTRATOR).calls("sns:Unsubscribe", CRITICAL_TOPIC),
    by(SECURITY_ADMINISTRATOR).calls("events:PutRule", ALERT_BUS_RULE),
    attack("Send so much that SNS deactivates the e-mail subscriptions, in calls that no trail records")
      .by(SECURITY_ADMINISTRATOR)
      .calls("sns:Publish", CRITICAL_TOPIC),
    attack("The same by a rule of one's own, and events of one's own")
      .by(SECURITY_ADMINISTRATOR)
      .calls("events:PutTargets", SECURITY_TEAM_RULE, { "events:TargetArn": [TEAM_QUEUE, CRITICAL_TOPIC] }),
    attack("Delete what a rule could not deliver, before anybody reads it")
      .by(SECURITY_ADMINISTRATOR)
      .calls("sqs:PurgeQueue", DEAD_LETTER_QUEUE),
    attack("Leave the rule as it is and take its role's permission away")
      .by(SECURITY_ADMINISTRATOR)
      .calls("iam:DeleteRolePolicy", FORWARDING_ROLE),
    attack("The same with a permissions boundary")
      .by(SECURITY_ADMINISTRATOR)
      .calls("iam:PutRolePermissionsBoundary", FORWARDING_ROLE),
    attack("The exempt name, created in another account")
      .by(FORGED_DEPLOY_ROLE)
      .calls("events:DeleteRule", FORWARDING_RULE),
  ],
  permits: [
    by(SECURITY_DEPLOY_ROLE).calls("events:PutRule", FORWARDING_RULE),
    by(SECURITY_DEPLOY_ROLE).calls("iam:PutRolePolicy", FORWARDING_ROLE),
    by(MEMBER_DEVELOPER).calls("events:DisableRule", TEAM_RULE),
    note("A rule of a like name in another account is its team's")
      .by(MEMBER_DEVELOPER)
      .calls("events:DisableRule", RULE_OF_LIKE_NAME),
    by(SECURITY_ADMINISTRATOR).calls("events:PutTargets", SECURITY_TEAM_RULE, { "events:TargetArn": [TEAM_QUEUE] }),
    by(SECURITY_DEPLOY_ROLE).calls("events:PutTargets", FORWARDING_RULE, { "events:TargetArn": [CRITICAL_TOPIC] }),
    by(MEMBER_DEVELOPER).calls("sns:Subscribe", TOPIC_OF_LIKE_NAME),
    by(MEMBER_DEVELOPER).calls("cloudwatch:PutAlarmMuteRule", TEAM_ALARM),
    note("Whoever has read the events deletes their messages")
      .by(SECURITY_ADMINISTRATOR)
      .calls("sqs:DeleteMessage", DEAD_LETTER_QUEUE),
    by(SECURITY_ADMINISTRATOR).calls("cloudwatch:DescribeAlarms", BASELINE_ALARM),
  ],
} as const satisfies Guardrail;
