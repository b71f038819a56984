import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";

const RULE = "arn:aws:events:eu-west-1:222222222222:rule/org-baseline-guardduty-root-credential-usage-forward";
const FORWARDER = "arn:aws:iam::222222222222:role/org-baseline-forward-findings";

export const protectAlerting = {
  id: "protect-alerting",
  title: "Protect rules, alarms and topics that carry alerts",
  rationale:
    "An alert that is disabled, muted or sent elsewhere is a detection that never happened. In member accounts these are the rules of the security account that forward findings and the role that they use; alarms, mute rules, topics, subscriptions and buses of the same names are covered where a team keeps some there.",
  cost: "None for teams whose names begin with something else than the baseline's. Who mutes an alert of the baseline does it in the management account.",
  binds: `Every principal of member accounts below the target but the exempt ones. ${NOT_BOUND} The baseline's own alarms, topics and bus lie in the management account: there docs/management-account-policy.json protects them.`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "AWS Security Hub", control: "CloudWatch.17" },
    { source: "AWS Control Tower", control: "Disallow Changes to Amazon CloudWatch Set Up by AWS Control Tower" },
    { source: "Service Authorization Reference", control: "CloudWatch, EventBridge, SNS" },
  ],
  statements: ({ name, exemptPrincipals }) => [
    {
      Sid: "ProtectAlerting",
      Effect: "Deny",
      Action: [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:DisableAlarmActions",
        "cloudwatch:PutAlarmMuteRule",
        "cloudwatch:PutCompositeAlarm",
        "cloudwatch:PutLogAlarm",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:SetAlarmState",
        "events:DeleteEventBus",
        "events:DeleteRule",
        "events:DisableRule",
        "events:PutRule",
        "events:PutTargets",
        "events:RemoveTargets",
        "events:UpdateEventBus",
        "sns:AddPermission",
        "sns:DeleteTopic",
        "sns:PutDataProtectionPolicy",
        "sns:RemovePermission",
        "sns:SetSubscriptionAttributes",
        "sns:SetTopicAttributes",
        "sns:Subscribe",
        "sns:Unsubscribe",
      ],
      Resource: [
        `arn:*:cloudwatch:*:*:alarm:${name}-*`,
        `arn:*:cloudwatch:*:*:alarm-mute-rule:${name}-*`,
        `arn:*:events:*:*:event-bus/${name}-*`,
        `arn:*:events:*:*:rule/${name}-*`,
        `arn:*:sns:*:*:${name}-*`,
      ],
      ...unlessPrincipal(exemptPrincipals),
    },
    {
      Sid: "ProtectAlertingRoles",
      Effect: "Deny",
      Action: [
        "iam:AttachRolePolicy",
        "iam:DeleteRole",
        "iam:DeleteRolePermissionsBoundary",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PassRole",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
      ],
      Resource: `arn:*:iam::*:role/${name}-forward-*`,
      ...unlessPrincipal(exemptPrincipals),
    },
  ],
  denies: [
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "events:DisableRule",
      resource: RULE,
    },
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "events:RemoveTargets",
      resource: RULE,
    },
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "cloudwatch:PutAlarmMuteRule",
      resource: "arn:aws:cloudwatch:us-east-1:222222222222:alarm:org-baseline-root-console-login",
    },
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "sns:Unsubscribe",
      resource: "arn:aws:sns:us-east-1:222222222222:org-baseline-critical",
    },
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "events:PutRule",
      resource: "arn:aws:events:us-east-1:222222222222:rule/org-baseline-alerts/root-console-login",
    },
    // The attack: leave the rule alone and take its role's permission away.
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "iam:DeleteRolePolicy",
      resource: FORWARDER,
    },
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "iam:PutRolePermissionsBoundary",
      resource: FORWARDER,
    },
    // The attack: the exempt name, created in another account.
    {
      principal: { type: "role", account: "444444444444", name: "OrganizationAccountAccessRole" },
      action: "events:DeleteRule",
      resource: "arn:aws:events:eu-west-1:444444444444:rule/org-baseline-copy",
    },
  ],
  permits: [
    {
      principal: { type: "role", account: "222222222222", name: "OrganizationAccountAccessRole" },
      action: "events:PutRule",
      resource: RULE,
    },
    {
      principal: { type: "role", account: "222222222222", name: "OrganizationAccountAccessRole" },
      action: "iam:PutRolePolicy",
      resource: FORWARDER,
    },
    {
      principal: { type: "role", account: "444444444444", name: "Developer" },
      action: "events:DisableRule",
      resource: "arn:aws:events:eu-west-1:444444444444:rule/nightly-report",
    },
    {
      principal: { type: "role", account: "444444444444", name: "Developer" },
      action: "cloudwatch:PutAlarmMuteRule",
      resource: "arn:aws:cloudwatch:us-east-1:444444444444:alarm:checkout-latency",
    },
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "cloudwatch:DescribeAlarms",
      resource: "arn:aws:cloudwatch:us-east-1:222222222222:alarm:org-baseline-root-console-login",
    },
  ],
} as const satisfies Guardrail;
