import type { ProofCall } from "../guardrail";
import {
  DEPLOY_ROLE,
  DETECTOR,
  MANAGEMENT_ADMINISTRATOR,
  MANAGEMENT_BREAK_GLASS,
  MANAGEMENT_PIPELINE,
  MEMBER_ACCOUNT_FROM_OUTSIDE,
  MEMBER_ROOT_USER,
  TEAM_ROLE,
} from "../guardrails/cast";
import { protectAlerting } from "../guardrails/protect-alerting";
import { protectAuditTrail } from "../guardrails/protect-audit-trail";
import { attack, by } from "../guardrails/vocabulary";

const LOG_GROUP_ARN = "arn:aws:logs:us-east-1:111111111111:log-group:org-baseline-trail";
const KEY = "arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const KEY_ALIAS = "arn:aws:kms:us-east-1:111111111111:alias/org-baseline-alerts";
const PIPELINE_ROLE = "arn:aws:iam::111111111111:role/org-baseline-pipeline";
const PIPELINE_BUILD = "arn:aws:codebuild:us-east-1:111111111111:project/org-baseline";
const HELPER_ROLE = "arn:aws:iam::111111111111:role/helper";
const HELPER_USER = "arn:aws:iam::111111111111:user/helper";
const SCHEDULER = "arn:aws:scheduler:us-east-1:111111111111";
const KNOWN_EVENT = `${SCHEDULER}:schedule/org-baseline-known-event/org-baseline-known-event`;
const KNOWN_EVENT_GROUP = `${SCHEDULER}:schedule-group/org-baseline-known-event`;
const TEAM_SCHEDULE = `${SCHEDULER}:schedule/default/nightly-report`;
const PROTECT_CONFIGURATION = "arn:aws:sms-voice:us-east-1:111111111111:protect-configuration/protect-example1";
const CHATBOT = "arn:aws:chatbot::111111111111:chat-configuration/slack-channel";
const CHAT_CHANNEL = `${CHATBOT}/org-baseline-chat-on-call`;
const TEAM_CHAT_CHANNEL = `${CHATBOT}/orders`;
const OUR_NAMESPACE = { "cloudwatch:namespace": "org-baseline" };
const KEY_OF_ALERTS = { "kms:ResourceAliases": ["alias/org-baseline-alerts"] };

/** The calls of the guardrails' own proofs, made by an administrator of the management account. */
const sameCalls = [...protectAuditTrail.denies, ...protectAlerting.denies].map((call): ProofCall => ({
  ...call,
  principal: MANAGEMENT_ADMINISTRATOR,
}));

/** The proof of the policy, as a guardrail has one. */
export const MANAGEMENT_PROOF: { readonly denies: readonly ProofCall[]; readonly permits: readonly ProofCall[] } = {
  denies: [
    ...sameCalls,
    by(MANAGEMENT_ADMINISTRATOR).calls("logs:DeleteLogGroup", LOG_GROUP_ARN),
    by(MANAGEMENT_ADMINISTRATOR).calls("logs:DeleteMetricFilter", LOG_GROUP_ARN),
    by(MANAGEMENT_ADMINISTRATOR).calls("logs:DeleteLogStream", `${LOG_GROUP_ARN}:log-stream:111111111111_CloudTrail`),
    attack("Mask what the filters read, in every log group of the account")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("logs:PutAccountPolicy"),
    attack("Write a record that holds an alarm, or that passes for the known event")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("logs:PutLogEvents", `${LOG_GROUP_ARN}:log-stream:111111111111_CloudTrail`),
    by(MANAGEMENT_ADMINISTRATOR).calls("logs:CreateLogStream", LOG_GROUP_ARN),
    attack("Mask it in this one").by(MANAGEMENT_ADMINISTRATOR).calls("logs:PutDataProtectionPolicy", LOG_GROUP_ARN),
    attack("Flood a topic by a rule and events of one's own, until SNS deactivates its subscriptions by e-mail")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("events:PutTargets", "arn:aws:events:us-east-1:111111111111:rule/mine", {
        "events:TargetArn": ["arn:aws:sns:us-east-1:111111111111:org-baseline-critical"],
      }),
    attack("Write numbers into the metrics that alarms read")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("cloudwatch:PutMetricData", undefined, OUR_NAMESPACE),
    attack("Cut the forwarders off the bus: IAM knows no resource for this call")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("events:RemovePermission"),
    attack("Switch off the call whose record shows that the alarms live")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("scheduler:UpdateSchedule", KNOWN_EVENT),
    by(MANAGEMENT_ADMINISTRATOR).calls("scheduler:DeleteScheduleGroup", KNOWN_EVENT_GROUP),
    attack("Refuse texts to a country, by the service that sends them for SNS")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("sms-voice:SetAccountDefaultProtectConfiguration", PROTECT_CONFIGURATION),
    attack("Leave topic and subscriptions as they are, and tell the chat channel of nothing")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("chatbot:UpdateSlackChannelConfiguration", CHAT_CHANNEL),
    attack("Disconnect the whole workspace: IAM knows no resource for this call")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("chatbot:DeleteSlackWorkspaceAuthorization"),
    by(MANAGEMENT_ADMINISTRATOR).calls("account:StartPrimaryEmailUpdate", MEMBER_ACCOUNT_FROM_OUTSIDE),
    by(MANAGEMENT_ADMINISTRATOR).calls("guardduty:DeleteDetector", DETECTOR),
    by(MANAGEMENT_ADMINISTRATOR).calls("kms:ScheduleKeyDeletion", KEY, KEY_OF_ALERTS),
    by(MANAGEMENT_ADMINISTRATOR).calls("kms:UntagResource", KEY, KEY_OF_ALERTS),
    attack("Give the key an alias by which the pipeline may no longer change it")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("kms:CreateAlias", KEY, KEY_OF_ALERTS),
    by(MANAGEMENT_ADMINISTRATOR).calls("kms:UpdateAlias", KEY_ALIAS),
    by(MANAGEMENT_ADMINISTRATOR).calls("organizations:DetachPolicy"),
    by(MANAGEMENT_ADMINISTRATOR).calls("organizations:DisableAWSServiceAccess"),
    by(MANAGEMENT_ADMINISTRATOR).calls("iam:DisableOrganizationsRootSessions"),
    by(MANAGEMENT_ADMINISTRATOR).calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    by(MANAGEMENT_ADMINISTRATOR).calls("guardduty:DisableOrganizationAdminAccount"),
    attack("Move the account out from under its guardrails")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("organizations:MoveAccount"),
    attack("Let an account of one's own in, with its administrators and its root user's password")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("organizations:InviteAccountToOrganization"),
    attack("Make somebody whom the policy does not hold for")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("iam:CreateRole", HELPER_ROLE),
    attack("The same with a user").by(MANAGEMENT_ADMINISTRATOR).calls("iam:CreateAccessKey", HELPER_USER),
    by(MANAGEMENT_ADMINISTRATOR).calls("iam:UpdateAssumeRolePolicy", PIPELINE_ROLE),
    by(MANAGEMENT_ADMINISTRATOR).calls("iam:PassRole", PIPELINE_ROLE),
    attack("Become the role that every guardrail lets through")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("sts:AssumeRole", DEPLOY_ROLE),
    attack("Become the pipeline, where its role trusts the account")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("sts:AssumeRole", PIPELINE_ROLE),
    attack("Let the pipeline's own build do something else")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("codebuild:StartBuild", PIPELINE_BUILD),
    attack("The same with a function that runs as an exempt role")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("lambda:UpdateFunctionCode", "arn:aws:lambda:us-east-1:111111111111:function:deploy"),
    attack("The same with a pipeline, which takes another revision of its source for once")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("codepipeline:StartPipelineExecution", "arn:aws:codepipeline:us-east-1:111111111111:deploy"),
    attack("The same with a runner on EC2: State Manager runs a script there, and nobody sends a command")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("ssm:CreateAssociation", "arn:aws:ssm:us-east-1:111111111111:document/AWS-RunShellScript"),
    attack("The same with its user data")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("ec2:ModifyInstanceAttribute", "arn:aws:ec2:us-east-1:111111111111:instance/i-0123456789abcdef0"),
    attack("The same with a runner on EKS: become an administrator of its cluster")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("eks:CreateAccessEntry", "arn:aws:eks:us-east-1:111111111111:cluster/runners"),
    attack("The same with a job, which takes its script from elsewhere for once")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("glue:StartJobRun", "arn:aws:glue:us-east-1:111111111111:job/nightly"),
    attack("Let a stack go, with the role that it was made with")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("cloudformation:DeleteStack", "arn:aws:cloudformation:us-east-1:111111111111:stack/trail/example"),
    attack("Let a stack set work in every member")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("cloudformation:CreateStackSet", "arn:aws:cloudformation:us-east-1:111111111111:stackset/all:*"),
    attack("Let a certificate of one's own become a role")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("rolesanywhere:CreateTrustAnchor"),
    attack("Let people be a role that this policy does not hold for, without a permission set")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("account-access:CreateEntitlement", "arn:aws:account-access:us-east-1:111111111111:application/example"),
    attack("Change records on their way into the log group")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("observabilityadmin:CreateTelemetryPipeline"),
    attack("Join the group that is exempt").by(MANAGEMENT_ADMINISTRATOR).calls("identitystore:CreateGroupMembership"),
    attack("Take the policy out of one's own permission set")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("sso:DeleteInlinePolicyFromPermissionSet"),
    attack("The same with a managed policy")
      .by(MANAGEMENT_ADMINISTRATOR)
      .calls("sso:DetachManagedPolicyFromPermissionSet"),
  ],
  permits: [
    by(MANAGEMENT_PIPELINE).calls("organizations:UpdatePolicy"),
    by(MANAGEMENT_PIPELINE).calls("logs:PutMetricFilter", LOG_GROUP_ARN),
    by(MANAGEMENT_PIPELINE).calls("scheduler:UpdateSchedule", KNOWN_EVENT),
    by(MANAGEMENT_ADMINISTRATOR).calls("scheduler:DeleteSchedule", TEAM_SCHEDULE),
    by(MANAGEMENT_ADMINISTRATOR).calls("chatbot:DeleteSlackChannelConfiguration", TEAM_CHAT_CHANNEL),
    by(MANAGEMENT_PIPELINE).calls("kms:PutKeyPolicy", KEY, KEY_OF_ALERTS),
    by(MANAGEMENT_PIPELINE).calls("iam:PutRolePolicy", "arn:aws:iam::111111111111:role/org-baseline-trail-delivery"),
    by(MANAGEMENT_PIPELINE).calls("sts:AssumeRole", DEPLOY_ROLE),
    by(MANAGEMENT_ADMINISTRATOR).calls("sts:AssumeRole", TEAM_ROLE),
    by(MANAGEMENT_PIPELINE).calls("sts:AssumeRole", PIPELINE_ROLE),
    by(MANAGEMENT_PIPELINE).calls("codebuild:StartBuild", PIPELINE_BUILD),
    by(MANAGEMENT_ADMINISTRATOR).calls("codebuild:BatchGetBuilds", PIPELINE_BUILD),
    by(MANAGEMENT_ADMINISTRATOR).calls("cloudwatch:PutMetricData", undefined, { "cloudwatch:namespace": "orders" }),
    by(MANAGEMENT_ADMINISTRATOR).calls("guardduty:DescribeOrganizationConfiguration", DETECTOR),
    by(MANAGEMENT_BREAK_GLASS).calls("organizations:DetachPolicy"),
    by(MANAGEMENT_ADMINISTRATOR).calls("organizations:ListPolicies"),
    by(MANAGEMENT_ADMINISTRATOR).calls("sso:DescribePermissionSet"),
    by(MANAGEMENT_ADMINISTRATOR).calls("organizations:CreateAccount"),
    by(MANAGEMENT_ADMINISTRATOR).calls("logs:StartQuery", LOG_GROUP_ARN),
    by(MANAGEMENT_ADMINISTRATOR).calls("logs:DeleteLogGroup", "arn:aws:logs:us-east-1:111111111111:log-group:other"),
    by(MANAGEMENT_ADMINISTRATOR).calls("logs:PutLogEvents", "arn:aws:logs:us-east-1:111111111111:log-group:other"),
    by(MANAGEMENT_ADMINISTRATOR).calls("kms:ScheduleKeyDeletion", KEY, { "kms:ResourceAliases": ["alias/other"] }),
    by(MANAGEMENT_ADMINISTRATOR).calls("iam:GetRole", PIPELINE_ROLE),
  ],
};
