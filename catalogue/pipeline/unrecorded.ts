import type { Part } from "./recording";

/** Actions that a pipeline needs and that no recording at a local organization shows, with the reason. */
export interface Unrecorded {
  readonly why: string;
  readonly source: string;
  /** Whether the plan needs them: what only reads. */
  readonly reads?: true;
  readonly actions: Readonly<Partial<Record<Part, readonly string[]>>>;
}

const PROVIDER = "hashicorp/terraform-provider-aws 5.100.0";

/** Each group says what makes AWS ask for it. */
export const UNRECORDED: readonly Unrecorded[] = [
  {
    why: "Tags go out with what is created, and AWS asks for the right to tag beside the right to create. Changed tags are set and removed by the same actions.",
    source: `Service Authorization Reference; ${PROVIDER}, tags of each service`,
    actions: {
      management: [
        "cloudtrail:AddTags",
        "cloudtrail:RemoveTags",
        "cloudwatch:TagResource",
        "cloudwatch:UntagResource",
        "events:TagResource",
        "events:UntagResource",
        "guardduty:TagResource",
        "guardduty:UntagResource",
        "iam:TagRole",
        "iam:UntagRole",
        "kms:TagResource",
        "kms:UntagResource",
        "logs:TagResource",
        "logs:UntagResource",
        "organizations:TagResource",
        "organizations:UntagResource",
        "scheduler:TagResource",
        "scheduler:UntagResource",
        "sns:TagResource",
        "sns:UntagResource",
        "sqs:TagQueue",
        "sqs:UntagQueue",
      ],
      security: [
        "cloudwatch:TagResource",
        "cloudwatch:UntagResource",
        "events:TagResource",
        "events:UntagResource",
        "guardduty:TagResource",
        "guardduty:UntagResource",
        "iam:TagRole",
        "iam:UntagRole",
        "kms:TagResource",
        "kms:UntagResource",
        "sns:TagResource",
        "sns:UntagResource",
        "sqs:TagQueue",
        "sqs:UntagQueue",
      ],
      logArchive: ["kms:TagResource", "kms:UntagResource", "s3:TagResource", "s3:UntagResource"],
    },
  },
  {
    why: "From 6.23 on, the provider asks for the tags of a bucket by the common API.",
    source: "hashicorp/terraform-provider-aws 6.23.0, changelog",
    reads: true,
    actions: { logArchive: ["s3:ListTagsForResource"] },
  },
  {
    why: "Changes of what exists, which no example makes.",
    source: `${PROVIDER}, update of each resource`,
    actions: {
      management: [
        "cloudtrail:PutInsightSelectors",
        "cloudtrail:StopLogging",
        "cloudtrail:UpdateTrail",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
        "kms:DisableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
        "logs:AssociateKmsKey",
        "logs:DisassociateKmsKey",
        "organizations:UpdatePolicy",
        "scheduler:UpdateSchedule",
        "sns:SetSubscriptionAttributes",
        "sqs:SetQueueAttributes",
      ],
      security: [
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
        "kms:DisableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
        "sns:SetSubscriptionAttributes",
        "sqs:SetQueueAttributes",
      ],
      logArchive: ["kms:DisableKeyRotation", "kms:PutKeyPolicy", "kms:UpdateAlias", "kms:UpdateKeyDescription"],
    },
  },
  {
    why: "What an owned organization no longer lists is switched off.",
    source: `${PROVIDER}, update of aws_organizations_organization`,
    actions: { management: ["organizations:DisableAWSServiceAccess", "organizations:DisablePolicyType"] },
  },
  {
    why: "A bucket with a lock is emptied by deletions that say they pass it; the local organization locks nothing.",
    source: "S3 API Reference, DeleteObjects, x-amz-bypass-governance-retention",
    actions: { logArchive: ["s3:BypassGovernanceRetention"] },
  },
  {
    why: "The trail reads its insight selectors once it has some.",
    source: `${PROVIDER}, aws_cloudtrail`,
    reads: true,
    actions: { management: ["cloudtrail:GetInsightSelectors"] },
  },
  {
    why: "A role is handed to CloudTrail, EventBridge, EventBridge Scheduler and the chat service by whoever sets it there.",
    source: "IAM User Guide, grant a user permissions to pass a role to an AWS service",
    actions: { management: ["iam:PassRole"], security: ["iam:PassRole"] },
  },
  {
    why: "CloudTrail and GuardDuty make the role that is linked to them, in the name of whoever calls first.",
    source:
      "CloudTrail User Guide, prepare for creating a trail for your organization; GuardDuty User Guide, permissions required to designate a delegated administrator account",
    actions: {
      management: ["iam:CreateServiceLinkedRole"],
      security: ["iam:CreateServiceLinkedRole"],
    },
  },
  {
    why: "What GuardDuty and CloudTrail look up in Organizations in the caller's name.",
    source: "the same two pages",
    reads: true,
    actions: { management: ["organizations:DescribeAccount", "organizations:DescribeOrganizationalUnit"] },
  },
  {
    why: "The local organization knows no chat channels.",
    source: `${PROVIDER}, aws_chatbot_slack_channel_configuration and aws_chatbot_teams_channel_configuration`,
    actions: {
      management: [
        "chatbot:CreateMicrosoftTeamsChannelConfiguration",
        "chatbot:CreateSlackChannelConfiguration",
        "chatbot:DeleteMicrosoftTeamsChannelConfiguration",
        "chatbot:DeleteSlackChannelConfiguration",
        "chatbot:TagResource",
        "chatbot:UntagResource",
        "chatbot:UpdateMicrosoftTeamsChannelConfiguration",
        "chatbot:UpdateSlackChannelConfiguration",
      ],
    },
  },
  {
    why: "The same channels, read.",
    source: "the pages of these resources",
    reads: true,
    actions: {
      management: [
        "chatbot:DescribeSlackChannelConfigurations",
        "chatbot:GetMicrosoftTeamsChannelConfiguration",
        "chatbot:ListTagsForResource",
      ],
    },
  },
];
