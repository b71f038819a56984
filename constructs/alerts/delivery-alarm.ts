import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { Place } from "../place";

/** What shall deliver. */
export type Deliverer =
  | {
      /** Name of an event rule. */
      readonly rule: string;
      /**
       * Bus of the rule. Metrics of the default bus carry no name of a bus.
       * @default the default bus
       */
      readonly bus?: string;
    }
  | {
      /** Name of a topic. */
      readonly topic: string;
    }
  | {
      /** Name of a dead-letter queue. */
      readonly queue: string;
    };

export interface DeliveryAlarmProps {
  readonly place: Place;
  readonly of: Deliverer;
  /**
   * A topic that has no part in what is watched.
   * @default none: what the alarm's state sets off tells of it
   */
  readonly topicArn: string | undefined;
}

interface Watched {
  readonly name: string;
  readonly failed: string;
  readonly metric: Pick<CloudwatchMetricAlarmConfig, "namespace" | "metricName" | "dimensions">;
}

/**
 * The metric of what was not delivered, which is sent only when it is not zero, and where to look.
 * Sources: EventBridge User Guide, monitoring; SNS Developer Guide, CloudWatch metrics; SQS Developer Guide, available
 * CloudWatch metrics. Of a queue, what was sent is counted, not what lies there: each loss is told anew, and emptying the
 * queue hides none. EventBridge sends with SendMessage, as its permission says.
 */
function watched(of: Deliverer): Watched {
  if ("topic" in of)
    return {
      name: of.topic,
      failed: `the topic ${of.topic} failed to reach a subscriber. Look at its subscriptions and their endpoints, then read the alarm history since then.`,
      metric: {
        namespace: "AWS/SNS",
        metricName: "NumberOfNotificationsFailed",
        dimensions: { TopicName: of.topic },
      },
    };
  if ("queue" in of)
    return {
      name: of.queue,
      failed: `an event rule put into the queue ${of.queue} what a target did not take. The attributes RULE_ARN, TARGET_ARN and ERROR_CODE of its messages say what failed. Delete them when the events are read.`,
      metric: { namespace: "AWS/SQS", metricName: "NumberOfMessagesSent", dimensions: { QueueName: of.queue } },
    };
  const { rule, bus } = of;
  return {
    name: rule,
    failed: `the event rule ${rule} failed to reach its target. Look at the policies of the topic and its key, then read the events since the alarm in CloudTrail's event history.`,
    metric: {
      namespace: "AWS/Events",
      metricName: "FailedInvocations",
      dimensions: { ...(bus === undefined ? {} : { EventBusName: bus }), RuleName: rule },
    },
  };
}

/** Tells that an alert was not delivered: EventBridge and SNS fail quietly, where a key, a policy or an endpoint refuses. */
export class DeliveryAlarm extends Construct {
  constructor(scope: Construct, id: string, { place, of, topicArn }: DeliveryAlarmProps) {
    super(scope, id);
    const { name, failed, metric } = watched(of);
    new CloudwatchMetricAlarm(this, "alarm", {
      ...place,
      alarmName: `${name}-delivery`,
      alarmDescription: `An alert was not delivered: ${failed}`,
      ...metric,
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      alarmActions: topicArn === undefined ? undefined : [topicArn],
    });
  }
}
