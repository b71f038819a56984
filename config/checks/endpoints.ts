import { arn, parseArn, type Arn } from "../../catalogue/aws/arn";
import { ENDPOINT_FORMS } from "../../catalogue/aws/endpoint-forms";
import type { Baseline } from "../schema/baseline";
import { emailAddress } from "../schema/primitives";
import { textOf } from "../blueprint/topics";
import type { Endpoint } from "../blueprint/subscription-address";
import type { Check } from "./check";

type Protocol = Baseline["alerting"]["subscriptions"][number]["protocol"];

/** The form of an endpoint, and the rule that names it. */
interface Form {
  readonly rule: string;
  readonly accepts: (endpoint: string) => boolean;
}

const email: Form = { rule: "be an e-mail address", accepts: (text) => emailAddress.safeParse(text).success };

const https: Form = {
  rule: "be an https address such as https://alerts.example.com/aws",
  accepts: (text) => new RegExp(ENDPOINT_FORMS.https).test(text) && URL.canParse(text),
};

const sms: Form = {
  rule: "be a phone number in E.164 form such as +15550100",
  accepts: (text) => new RegExp(ENDPOINT_FORMS.sms).test(text),
};

/** Where endpoints that are resources of AWS live: in the home Region, as the topics do. */
type Home = Pick<Arn, "partition" | "region">;

/** The ARN of a resource in the home Region, in any account. */
const resource = (home: Home, service: string, thing: string, form: RegExp, example: string): Form => ({
  rule: `be the ARN of ${thing} in the home Region such as ${arn({ ...home, service, account: "111111111111", resource: example })}`,
  accepts: (text) => {
    const found = parseArn(text);
    const isThere = found?.partition === home.partition && found.region === home.region && found.service === service;
    return isThere && /^\d{12}$/.test(found.account) && form.test(found.resource);
  },
});

const forms = (home: Home): Readonly<Record<Protocol, Form>> => ({
  email,
  "email-json": email,
  https,
  sms,
  // A standard topic does not deliver to a FIFO queue, whose name ends in .fifo.
  sqs: resource(home, "sqs", "a standard SQS queue", /^[\w-]{1,80}$/, "alerts"),
  lambda: resource(home, "lambda", "a Lambda function", /^function:[\w-]{1,64}(:[\w$-]+)?$/, "function:alerts"),
  firehose: resource(home, "firehose", "a Firehose stream", /^deliverystream\/[\w.-]{1,64}$/, "deliverystream/alerts"),
});

/** Stands for an endpoint of which nothing can be shown. */
const HIDDEN = "… (not shown: it may hold a secret)";

/** Terraform checks what it is handed. Where an account or a Region must be known, there is no secret either. */
const isHandedOver = (protocol: Protocol, endpoint: Endpoint): boolean =>
  typeof endpoint !== "string" && (protocol === "https" || protocol === "sms" || protocol.startsWith("email"));

/** Each protocol has its form of endpoint. SNS would find out at apply time. */
export const endpointsHaveTheirForm: Check = ({ subscribers, secondSubscribers, partition, homeRegion }) => {
  const formOf = forms({ partition: partition.id, region: homeRegion });
  return [...subscribers, ...secondSubscribers]
    .filter(
      ({ protocol, endpoint }) => !isHandedOver(protocol, endpoint) && !formOf[protocol].accepts(textOf(endpoint)),
    )
    .map(({ where, protocol, endpoint }) => ({
      where: `${where}.endpoint`,
      rule: formOf[protocol].rule,
      // A slip in an https address must not print the key in it.
      got: protocol === "https" && typeof endpoint === "string" && !endpoint.includes("://") ? HIDDEN : endpoint,
    }));
};

/** SNS writes to a Firehose stream through a role, and through a role to nothing else. */
export const firehoseHasItsRole: Check = ({ subscribers }) =>
  subscribers.flatMap(({ where, protocol, role }) =>
    (protocol === "firehose") === (role !== undefined)
      ? []
      : [
          {
            where: `${where}.role`,
            rule:
              protocol === "firehose"
                ? "be the ARN of the role through which SNS writes to the stream"
                : "be left out: only firehose needs a role",
            got: role,
          },
        ],
  );
