import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Construct } from "constructs";
import { QUEUE_RETENTION_DAYS } from "../../catalogue/quotas";
import type { Place } from "../place";
import { denyInsecureTransport } from "../../catalogue/resource-policies/statement";
import { policyJson } from "../policy-json";

export interface DeadLetterQueueProps {
  readonly place: Place;
  readonly name: string;
  /** ARN of the queue, which its own policy names. */
  readonly arn: string;
  /** ARN of the rules whose undelivered events it takes. */
  readonly rulesArn: string;
}

/**
 * Keeps what event rules of its account and Region could not deliver: EventBridge takes no other. SQS encrypts it with
 * a key of its own: it must not hang on the key of a topic, whose loss is one of the things that end here.
 *
 * The policy is part of the queue, since the provider waits half a minute for each of the two.
 */
export class DeadLetterQueue extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { place, name, arn, rulesArn }: DeadLetterQueueProps) {
    super(scope, id);
    const queue = new SqsQueue(this, "queue", {
      ...place,
      name,
      messageRetentionSeconds: QUEUE_RETENTION_DAYS * 86_400,
      sqsManagedSseEnabled: true,
      policy: policyJson([
        denyInsecureTransport("sqs:*", arn),
        {
          Sid: "EventBridgeRules",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: arn,
          Condition: { ArnLike: { "aws:SourceArn": rulesArn } },
        },
      ]),
    });
    this.arn = queue.arn;
  }
}
