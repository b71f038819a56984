import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import { QUEUE_RETENTION_DAYS } from "../../catalogue/quotas";
import type { Place } from "../place";
import { denyInsecureTransport } from "../../catalogue/resource-policies/statement";
import { policyJson } from "../policy-json";

export interface RecordQueueProps {
  readonly place: Place;
  readonly name: string;
  readonly topicArn: string;
}

/** A queue that subscribes to a topic: somebody receives it, as scanners ask, and nobody is mailed. */
export class RecordQueue extends Construct {
  constructor(scope: Construct, id: string, { place, name, topicArn }: RecordQueueProps) {
    super(scope, id);
    const queue = new SqsQueue(this, "queue", {
      ...place,
      name,
      messageRetentionSeconds: QUEUE_RETENTION_DAYS * 86_400,
      sqsManagedSseEnabled: true,
    });
    const policy = new SqsQueuePolicy(this, "policy", {
      ...place,
      queueUrl: queue.url,
      policy: policyJson([
        denyInsecureTransport("sqs:*", queue.arn),
        {
          Sid: "AlertTopic",
          Effect: "Allow",
          Principal: { Service: "sns.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: queue.arn,
          Condition: { ArnEquals: { "aws:SourceArn": topicArn } },
        },
      ]),
    });
    new SnsTopicSubscription(this, "subscription", {
      ...place,
      topicArn,
      protocol: "sqs",
      endpoint: queue.arn,
      dependsOn: [policy],
    });
  }
}
