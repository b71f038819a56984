import { z } from "zod";
import { SEVERITIES } from "../../catalogue/severities";
import { notEmpty } from "./primitives";
import { roleArn } from "./principals";

/** Somebody, or something, that is told. */
const subscription = z.strictObject({
  /**
   * Which detections: those of this severity. `record` mails nobody, so it goes to a queue, a stream, a function or an
   * https address.
   */
  severity: z.enum(SEVERITIES),
  /** How they are told. E-mail must be confirmed within 48 hours, in the mail itself. */
  protocol: z.enum(["email", "email-json", "https", "sqs", "lambda", "sms", "firehose"]),
  /**
   * E-mail address, https address, phone number (`+15550100`), or the ARN of a queue, function or stream in the home
   * Region. A queue in another account is better subscribed from its own side: from here it stays unconfirmed.
   */
  endpoint: notEmpty,
  /**
   * Role of the management account through which SNS writes to a Firehose stream. With `firehose` only.
   * @default none
   */
  role: roleArn.optional(),
});

export const alerting = z.strictObject({
  /**
   * Who is told at which severity. Every severity that a chosen detection has needs at least one, and none is named
   * that no detection has. Cost: SNS per message; SMS per message and country.
   */
  subscriptions: z.array(subscription),
});
