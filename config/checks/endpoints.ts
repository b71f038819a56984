import type { Partition } from "../../catalogue/partitions";
import type { Baseline } from "../schema/baseline";
import { emailAddress } from "../schema/primitives";
import { check, checkInPartition } from "./check";

type Protocol = Baseline["alerting"]["subscriptions"][number]["protocol"];

/** The form of an endpoint, and the rule that names it. */
interface Form {
  readonly rule: string;
  readonly accepts: (endpoint: string) => boolean;
}

const email: Form = { rule: "be an e-mail address", accepts: (text) => emailAddress.safeParse(text).success };

const https: Form = {
  rule: "be an https address such as https://alerts.example.com/aws",
  accepts: (text) => /^https:\/\/[^\s/]+/.test(text) && URL.canParse(text),
};

const sms: Form = {
  rule: "be a phone number in E.164 form such as +15550100",
  accepts: (text) => /^\+[1-9]\d{6,14}$/.test(text),
};

/** An ARN in the home Region: topics live there, and in the partition they never leave. */
const arn = (start: string, thing: string, resource: RegExp, example: string): Form => ({
  rule: `be the ARN of ${thing} in the home Region such as ${start}:111111111111:${example}`,
  accepts: (text) => text.startsWith(`${start}:`) && resource.test(text.slice(start.length + 1)),
});

const forms = ({ id }: Partition, homeRegion: string): Readonly<Record<Protocol, Form>> => {
  const start = (service: string) => `arn:${id}:${service}:${homeRegion}`;
  return {
    email,
    "email-json": email,
    https,
    sms,
    // A standard topic does not deliver to a FIFO queue, whose name ends in .fifo.
    sqs: arn(start("sqs"), "a standard SQS queue", /^\d{12}:[\w-]{1,80}$/, "alerts"),
    lambda: arn(start("lambda"), "a Lambda function", /^\d{12}:function:[\w-]{1,64}(:[\w$-]+)?$/, "function:alerts"),
    firehose: arn(
      start("firehose"),
      "a Firehose stream",
      /^\d{12}:deliverystream\/[\w.-]{1,64}$/,
      "deliverystream/alerts",
    ),
  };
};

/** Each protocol has its form of endpoint. SNS would find out at apply time. */
export const endpointsHaveTheirForm = checkInPartition(["alerting"], ({ alerting, homeRegion }, partition) =>
  alerting.subscriptions.flatMap(({ protocol, endpoint }, index) => {
    const { rule, accepts } = forms(partition, homeRegion)[protocol];
    return accepts(endpoint) ? [] : [{ where: `alerting.subscriptions[${index}].endpoint`, rule, got: endpoint }];
  }),
);

/** SNS writes to a Firehose stream through a role, and through a role to nothing else. */
export const firehoseHasItsRole = check(["alerting"], ({ alerting }) =>
  alerting.subscriptions.flatMap(({ protocol, role }, index) =>
    (protocol === "firehose") === (role !== undefined)
      ? []
      : [
          {
            where: `alerting.subscriptions[${index}].role`,
            rule:
              protocol === "firehose"
                ? "be the ARN of the role through which SNS writes to the stream"
                : "be left out: only firehose needs a role",
            got: role,
          },
        ],
  ),
);
