import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { topicStatements, type TopicAccess } from "../../catalogue/resource-policies/alert-topic";
import type { Place } from "../place";
import { policyJson } from "../policy-json";

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

export interface AlertTopicProps extends TopicAccess {
  readonly place: Place;
  readonly name: string;
  readonly displayName: string;
  /** Customer-managed key: the policy of `alias/aws/sns` cannot admit CloudWatch or EventBridge. */
  readonly keyArn: string;
  readonly lifecycle: TerraformResourceLifecycle | undefined;
  readonly subscriptions: readonly Subscriber[];
}

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
