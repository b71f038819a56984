import { IDENTITY_CENTER_ACTIONS } from "../aws/identity-center-actions";
import {
  ACCOUNT_CALLS,
  ACCOUNT_SETTING_ACTIONS,
  actionsOf,
  BUS_PERMISSION_CALLS,
  CHAT_CONNECTION_CALLS,
  REGION_CALLS,
  TEXT_MESSAGE_CALLS,
} from "../protected-calls";

/** What the organization stands on. */
export const ORGANIZATION = [
  "cloudtrail:*OrganizationDelegatedAdmin",
  "iam:DisableOrganizationsRoot*",
  "organizations:*AWSServiceAccess",
  "organizations:*DelegatedAdministrator",
  "organizations:AcceptHandshake",
  "organizations:AttachPolicy",
  "organizations:CloseAccount",
  "organizations:DeleteOrganization",
  "organizations:Delete*Policy",
  "organizations:DetachPolicy",
  "organizations:DisablePolicyType",
  "organizations:InviteAccountToOrganization",
  "organizations:MoveAccount",
  "organizations:PutResourcePolicy",
  "organizations:RemoveAccountFromOrganization",
  "organizations:UpdateOrganizationalUnit",
  "organizations:UpdatePolicy",
  "sts:AssumeRoot",
];

/** GuardDuty, whatever it is but scans: no workload that a plan of its own should protect runs in this account. */
export const THREAT_DETECTION = [
  "guardduty:*agResource",
  "guardduty:*rchiveFindings",
  "guardduty:Accept*",
  "guardduty:Create*",
  "guardduty:Decline*",
  "guardduty:Delete*",
  "guardduty:Dis*",
  "guardduty:Enable*",
  "guardduty:InviteMembers",
  "guardduty:St*MonitoringMembers",
  "guardduty:Update*",
];

/** What acts on a whole account, or on a thing for which IAM has no resource type: an ARN would never reach it. */
export const WHOLE_ACCOUNT = [
  ...actionsOf("account", ACCOUNT_CALLS, REGION_CALLS),
  ...actionsOf("chatbot", CHAT_CONNECTION_CALLS),
  ...actionsOf("events", BUS_PERMISSION_CALLS),
  ...actionsOf("sns", TEXT_MESSAGE_CALLS),
  ...ACCOUNT_SETTING_ACTIONS,
  "account:CloseAccount",
  "cloudwatch:*PipelineRule",
  "logs:*AccountPolicy",
  "logs:*PipelineRule",
  "logs:PutResourcePolicy",
  "logs:PutStorageTierPolicy",
  "observabilityadmin:*eTelemetryPipeline",
  "signin:Delete*",
  "signin:Put*",
  "sms-voice:Delete*",
  "sms-voice:Put*",
  "sms-voice:Release*",
  "sms-voice:Set*",
  "sms-voice:Update*",
];

/** What changes a chat channel or takes it away; to make one is not on any. */
export const CHAT_CHANNELS = ["chatbot:Delete*ChannelConfiguration", "chatbot:Update*ChannelConfiguration"];

/**
 * What ends the log group, or the filters on it, or writes into it beside the trail: forged records would hold alarms in
 * ALARM and pass for the known event, and no trail records who wrote them.
 */
export const LOG_GROUP = [
  "logs:AssociateKmsKey",
  "logs:CreateLogStream",
  "logs:Delete*",
  "logs:DisassociateKmsKey",
  "logs:ProcessWithPipeline",
  "logs:Put*",
];

/** What gives another identity the rights that this policy takes away, or lets somebody in as another. */
export const IDENTITIES = [
  "iam:*ServiceSpecificCredential",
  "iam:*VirtualMFADevice",
  "iam:AcceptDelegationRequest",
  "iam:Add*",
  "iam:Attach*Policy",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreatePolicyVersion",
  "iam:CreateRole",
  "iam:CreateUser",
  "iam:Create*Provider",
  "iam:DeactivateMFADevice",
  "iam:Delete*Provider",
  "iam:DeleteGroup*",
  "iam:DeleteRole*",
  "iam:DeleteUser*",
  "iam:Detach*Policy",
  "iam:EnableMFADevice",
  "iam:PassRole",
  "iam:Put*",
  "iam:Remove*",
  "iam:ResyncMFADevice",
  "iam:SendDelegationToken",
  "iam:SetDefaultPolicyVersion",
  "iam:Up*SigningCertificate",
  "iam:UpdateAccessKey",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateLoginProfile",
  "iam:Update*Provider*",
  "iam:UpdateRole*",
  "iam:UpdateUser",
  "rolesanywhere:Create*",
  "rolesanywhere:Delete*",
  "rolesanywhere:Disable*",
  "rolesanywhere:Enable*",
  "rolesanywhere:Import*",
  "rolesanywhere:Put*",
  "rolesanywhere:Update*",
  ...IDENTITY_CENTER_ACTIONS,
];

/**
 * What gives other work to something that has a role already, so that nobody passes it one: builds, pipelines, functions,
 * stacks, jobs, clusters, machines. A stack set may have a role of this account that becomes one in every member. Control
 * Tower takes guardrails and its trail away by a role of its own.
 */
export const WORK_OF_OTHERS = [
  "batch:SubmitJob",
  "cloudformation:*StackInstances",
  "cloudformation:CreateStackSet",
  "cloudformation:DeleteStack*",
  "cloudformation:Execute*",
  "cloudformation:UpdateStack*",
  "codebuild:*Webhook",
  "codebuild:Retry*",
  "codebuild:Start*",
  "codebuild:UpdateProject*",
  "codedeploy:CreateDeployment",
  "codepipeline:Start*",
  "codepipeline:UpdatePipeline",
  "controltower:*eLandingZone",
  "controltower:Deregister*",
  "controltower:Disable*",
  "controltower:Reset*",
  "ec2-instance-connect:Send*",
  "ec2:CreateLaunchTemplateVersion",
  "ec2:CreateReplace*",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifyLaunchTemplate",
  "ecs:ExecuteCommand",
  "eks:*teAccessEntry",
  "eks:Associate*",
  "elasticmapreduce:Add*",
  "glue:StartJobRun",
  "glue:UpdateDevEndpoint",
  "lambda:UpdateFunction*",
  "sagemaker:CreatePresigned*",
  "ssm:CreateAssociation*",
  "ssm:RegisterTask*",
  "ssm:Send*",
  "ssm:Start*",
  "ssm:UpdateAssociation",
  "ssm:UpdateDocument*",
  "ssm:UpdateMaintenanceWindow*",
  "states:UpdateStateMachine*",
];
