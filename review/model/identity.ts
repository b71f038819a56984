import { arn, accountRoot } from "../../catalogue/aws/arn";
import type { Written } from "./synthesized";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

type Make = (thing: Written, partition: string) => string;

const named =
  (service: string, resource: (name: string) => string, places: { region: boolean; account: boolean }): Make =>
  ({ account, region, body }, partition) =>
    arn({
      partition,
      service,
      ...(places.region ? { region: region ?? "" } : {}),
      ...(places.account ? { account: account ?? "" } : {}),
      resource: resource(text(body["name"] ?? body["bucket"] ?? body["alarm_name"])),
    });

const HERE = { region: true, account: true };

/** The ARN that AWS will give to a thing, where its name says it. Source: Service Authorization Reference. */
const ARNS: Readonly<Record<string, Make>> = {
  aws_cloudtrail: named("cloudtrail", (name) => `trail/${name}`, HERE),
  aws_cloudwatch_event_bus: named("events", (name) => `event-bus/${name}`, HERE),
  aws_cloudwatch_log_group: named("logs", (name) => `log-group:${name}`, HERE),
  aws_cloudwatch_metric_alarm: named("cloudwatch", (name) => `alarm:${name}`, HERE),
  aws_iam_role: named("iam", (name) => `role/${name}`, { region: false, account: true }),
  aws_s3_bucket: named("s3", (name) => name, { region: false, account: false }),
  aws_sns_topic: named("sns", (name) => name, HERE),
  aws_sqs_queue: named("sqs", (name) => name, HERE),
};

/** What a resource is called by those that refer to it: its id where that is its name, or a text that stands for it. */
export function attributeOf(thing: Written, attribute: string, partition: string): string | undefined {
  const { type, label, body } = thing;
  if (attribute === "arn")
    return ARNS[type]?.(thing, partition) ?? `${accountRoot(partition, thing.account ?? "")}/${type}.${label}`;
  const written = body[attribute];
  if (typeof written === "string" && !written.includes("${")) return written;
  if (attribute === "id" && type === "aws_sns_topic") return ARNS[type]?.(thing, partition);
  if (attribute === "id" && ["aws_s3_bucket", "aws_cloudwatch_log_group", "aws_iam_role"].includes(type))
    return text(body["name"] ?? body["bucket"]);
  return attribute === "id" || attribute === "key_id" ? `${type}.${label}` : undefined;
}
