import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { accountRoot, arn } from "../../catalogue/aws/arn";
import type { Place } from "../place";
import { policyJson, type PolicyStatement } from "../policy-json";

/** Who is told, and how. */
export interface Subscriber {
  readonly protocol: string;
  /** As Terraform reads it: a text, or an expression. */
  readonly endpoint: string;
  /** Last part of the address: short, permanent, without a secret. */
  readonly address: string;
  /** Role with which SNS delivers. For Firehose, which needs one. */
  readonly role?: string;
}

export interface AlertTopicProps {
  readonly place: Place;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly name: string;
  readonly displayName: string;
  /** Customer-managed key: the policy of `alias/aws/sns` cannot admit CloudWatch or EventBridge. */
  readonly keyArn: string;
  /** Accounts whose Security Hub may see who subscribes. */
  readonly readerAccounts: readonly string[];
  /** Other accounts that subscribe a queue or a function of theirs, from their side. */
  readonly subscriberAccounts: readonly string[];
  readonly lifecycle: TerraformResourceLifecycle | undefined;
  readonly subscriptions: readonly Subscriber[];
}

/** The role with which Security Hub looks whether a topic has subscribers. Nobody can create one of that path. */
const SECURITY_HUB = "role/aws-service-role/securityhub.amazonaws.com/AWSServiceRoleForSecurityHub";

/** Who may do what with the topic. It replaces AWS's default policy, so the owner is named again. */
const topicStatements = (props: AlertTopicProps, topicArn: string): readonly PolicyStatement[] => {
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

/** An encrypted topic to which alarms and event rules of this account may publish, and who is told. */
export class AlertTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: AlertTopicProps) {
    super(scope, id);
    const { place, name, displayName, keyArn, lifecycle, subscriptions } = props;
    const topic = new SnsTopic(this, "topic", { ...place, name, displayName, kmsMasterKeyId: keyArn, lifecycle });
    new SnsTopicPolicy(this, "policy", {
      ...place,
      arn: topic.arn,
      policy: policyJson(topicStatements(props, topic.arn)),
    });
    for (const { protocol, endpoint, address, role } of subscriptions)
      new SnsTopicSubscription(this, address, {
        ...place,
        topicArn: topic.arn,
        protocol,
        endpoint,
        subscriptionRoleArn: role,
      });
    this.arn = topic.arn;
  }
}
