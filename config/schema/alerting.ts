import { z } from "zod";
import { SEVERITIES } from "../../catalogue/severities";

/** Somebody, or something, that is told. What an endpoint must look like depends on the protocol: config/checks. */
const subscription = z.strictObject({
  /** Which detections: those of this severity. */
  severity: z.enum(SEVERITIES),
  /** How they are told. */
  protocol: z.enum(["email", "email-json", "https", "sqs", "lambda", "sms", "firehose"]),
  /** E-mail address, https URL, phone number or ARN. E-mail must be confirmed within 48 hours, in the mail itself. */
  endpoint: z.string().min(1, "not be empty"),
});

export const alerting = z.strictObject({
  /** Who is told at which severity. Every severity that a chosen detection has needs at least one. */
  subscriptions: z.array(subscription),
});
