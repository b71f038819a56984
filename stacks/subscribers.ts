import type { Severity } from "../catalogue/severities";
import type { Baseline } from "../config";

type Subscription = Baseline["alerting"]["subscriptions"][number];

/** Endpoints that are resources of an account. Firehose is reached through a role of the management account. */
const IN_AN_ACCOUNT: readonly Subscription["protocol"][] = ["sqs", "lambda"];

/** Account of an endpoint that is the resource of another account than the topic's; undefined for all others. */
export function foreignAccount({ protocol, endpoint }: Subscription, management: string): string | undefined {
  const account = IN_AN_ACCOUNT.includes(protocol) ? endpoint.split(":")[4] : undefined;
  return account === management ? undefined : account;
}

/**
 * The subscription as the subscriber's own Terraform creates it. Made from the topic's side it stays unconfirmed and is
 * made anew at every apply.
 */
export const subscriberSnippet = (severity: Severity, topicArn: string, { protocol, endpoint }: Subscription): string =>
  [
    `resource "aws_sns_topic_subscription" "${severity}" {`,
    `  topic_arn = "${topicArn}"`,
    `  protocol  = "${protocol}"`,
    `  endpoint  = "${endpoint}"`,
    "}",
    protocol === "sqs"
      ? `# The queue's policy: allow sns.amazonaws.com sqs:SendMessage where aws:SourceArn is the topic.`
      : `# aws_lambda_permission: allow sns.amazonaws.com lambda:InvokeFunction where the source ARN is the topic.`,
  ].join("\n");
