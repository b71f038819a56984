import { accountRoot, arn } from "../aws/arn";
import type { PolicyStatement } from "./statement";

/** What the policy of an alert topic depends on. */
export interface TopicAccess {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Accounts whose Security Hub may see who subscribes. */
  readonly readerAccounts: readonly string[];
  /** Other accounts that subscribe a queue or a function of theirs, from their side. */
  readonly subscriberAccounts: readonly string[];
}

/** The role with which Security Hub looks whether a topic has subscribers. Nobody can create one of that path. */
const SECURITY_HUB = "role/aws-service-role/securityhub.amazonaws.com/AWSServiceRoleForSecurityHub";

/** Who may do what with the topic. It replaces AWS's default policy, so the owner is named again. */
export const topicStatements = (props: TopicAccess, topicArn: string): readonly PolicyStatement[] => {
  const { partition, region, account } = props;
  return [
    {
      Sid: "Owner",
      Effect: "Allow",
      Principal: { AWS: accountRoot(partition, account) },
      Action: [
        "sns:AddPermission",
        "sns:DeleteTopic",
        "sns:GetTopicAttributes",
        "sns:ListSubscriptionsByTopic",
        "sns:Publish",
        "sns:RemovePermission",
        "sns:SetTopicAttributes",
        "sns:Subscribe",
      ],
      Resource: topicArn,
    },
    {
      Sid: "CloudWatchAlarms",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: {
        StringEquals: { "aws:SourceAccount": account },
        ArnLike: { "aws:SourceArn": arn({ partition, service: "cloudwatch", region, account, resource: "alarm:*" }) },
      },
    },
    {
      // No Condition: EventBridge does not support one here (EventBridge User Guide, resource-based policies).
      Sid: "EventBridgeRules",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Resource: topicArn,
    },
    {
      // CloudWatch.1 to .14 warn where they cannot see the subscriptions. The account is named, narrowed to the role.
      Sid: "SecurityHubReads",
      Effect: "Allow",
      Principal: { AWS: props.readerAccounts.map((reader) => accountRoot(partition, reader)) },
      Action: "sns:ListSubscriptionsByTopic",
      Resource: topicArn,
      Condition: {
        ArnEquals: {
          "aws:PrincipalArn": props.readerAccounts.map((reader) =>
            arn({ partition, service: "iam", account: reader, resource: SECURITY_HUB }),
          ),
        },
      },
    },
    ...(props.subscriberAccounts.length === 0
      ? []
      : [
          {
            Sid: "SubscribersElsewhere",
            Effect: "Allow" as const,
            Principal: { AWS: props.subscriberAccounts.map((subscriber) => accountRoot(partition, subscriber)) },
            Action: "sns:Subscribe",
            Resource: topicArn,
            Condition: { StringEquals: { "sns:Protocol": ["sqs", "lambda"] } },
          },
        ]),
  ];
};
