import { DETECTIONS } from "../../../catalogue/detections";
import { SEVERITIES } from "../../../catalogue/alerts/severities";
import { accepts, changed, GOVCLOUD, problemsOf, refuses } from "../expectations";

const second = (subscription: object) => ({ "alerting.subscriptions.1": { severity: "high", ...subscription } });

const third = (subscription: object) => ({ "alerting.subscriptions.2": subscription });

const ROLE = "arn:aws:iam::111111111111:role/sns-to-firehose";
const STREAM = "arn:aws:firehose:us-east-1:111111111111:deliverystream/alerts";

describe("subscriptions", () => {
  accepts([
    ["nobody where nothing is detected", { detections: [], "alerting.subscriptions": [] }],
    ["a queue", second({ protocol: "sqs", endpoint: "arn:aws:sqs:us-east-1:111111111111:alerts" })],
    [
      "a function",
      second({ protocol: "lambda", endpoint: "arn:aws:lambda:us-east-1:111111111111:function:alerts:live" }),
    ],
    ["a stream with its role", second({ protocol: "firehose", endpoint: STREAM, role: ROLE })],
    ["a phone", second({ protocol: "sms", endpoint: "+15550100" })],
    [
      "a queue of GovCloud",
      { ...GOVCLOUD, ...second({ protocol: "sqs", endpoint: "arn:aws-us-gov:sqs:us-gov-west-1:111111111111:alerts" }) },
    ],
  ]);
  refuses([
    [
      "a severity that nobody hears",
      { "alerting.subscriptions.1.severity": "critical" },
      [
        'alerting.subscriptions must name at least one endpoint of severity "high", because detections lists one of it, got ["critical","critical"]',
      ],
    ],
    [
      "a severity that nothing has",
      third({ severity: "low", protocol: "email", endpoint: "low@example.com" }),
      ['alerting.subscriptions[2].severity must be a severity in use: critical, high, got "low"'],
    ],
    [
      "a subscription where nothing is detected",
      {
        detections: [],
        "alerting.subscriptions": [{ severity: "low", protocol: "email", endpoint: "low@example.com" }],
      },
      ['alerting.subscriptions[0].severity must be a severity in use: none, because detections is empty, got "low"'],
    ],
    [
      "mail about what is only kept",
      third({ severity: "record", protocol: "email", endpoint: "all@example.com" }),
      [
        'alerting.subscriptions[2].severity must be a severity in use: critical, high, got "record"',
        'alerting.subscriptions[2].protocol must be sqs, lambda, firehose or https for severity "record", which mails nobody, got "email"',
      ],
    ],
    [
      "the same subscription twice",
      third({ severity: "high", protocol: "email", endpoint: "Security@example.com" }),
      [
        'alerting.subscriptions[2] must be left out: it is the same as alerting.subscriptions[1], got {"severity":"high","protocol":"email","endpoint":"Security@example.com"}',
      ],
    ],
    [
      "a stream without its role",
      second({ protocol: "firehose", endpoint: STREAM }),
      [
        "alerting.subscriptions[1].role must be the ARN of the role through which SNS writes to the stream, got nothing",
      ],
    ],
    [
      "a role without a stream",
      { "alerting.subscriptions.1.role": ROLE },
      [`alerting.subscriptions[1].role must be left out: only firehose needs a role, got "${ROLE}"`],
    ],
  ]);
});

describe("every severity of the catalogue", () => {
  const chosen = (wanted: string) => DETECTIONS.filter(({ severity }) => severity === wanted).map(({ id }) => id);

  it("has a detection of each", () => {
    expect(SEVERITIES.filter((severity) => chosen(severity).length === 0)).toEqual([]);
  });

  it("lets what is only recorded go to a queue of the baseline", () => {
    expect(problemsOf(changed({ detections: chosen("record"), "alerting.subscriptions": [] }))).toEqual([]);
  });

  it.each(SEVERITIES.filter((severity) => severity !== "record"))("needs somebody who is told: %s", (severity) => {
    const detections = chosen(severity);
    expect(problemsOf(changed({ detections, "alerting.subscriptions": [] }))).toEqual([
      `alerting.subscriptions must name at least one endpoint of severity "${severity}", because detections lists one of it, got []`,
    ]);
  });
});

describe("endpoints", () => {
  const QUEUE =
    "be the ARN of a standard SQS queue in the home Region such as arn:aws:sqs:us-east-1:111111111111:alerts";
  const FUNCTION =
    "be the ARN of a Lambda function in the home Region such as arn:aws:lambda:us-east-1:111111111111:function:alerts";
  const FIREHOSE =
    "be the ARN of a Firehose stream in the home Region such as arn:aws:firehose:us-east-1:111111111111:deliverystream/alerts";
  const HTTPS = "be an https address such as https://alerts.example.com/aws";

  it.each([
    ["email", "security.example.com", "be an e-mail address"],
    ["email-json", "security@", "be an e-mail address"],
    ["https", "http://alerts.example.com", HTTPS],
    ["https", "https://", HTTPS],
    ["sms", "555-0100", "be a phone number in E.164 form such as +15550100"],
    ["sqs", "arn:aws:sqs:eu-west-1:111111111111:alerts", QUEUE],
    ["sqs", "arn:aws-cn:sqs:us-east-1:111111111111:alerts", QUEUE],
    ["sqs", "arn:aws:sqs:us-east-1:111111111111:alerts.fifo", QUEUE],
    ["sqs", "https://sqs.us-east-1.amazonaws.com/111111111111/alerts", QUEUE],
    ["lambda", "arn:aws:lambda:us-east-1:111111111111:alerts", FUNCTION],
    ["firehose", "arn:aws:firehose:us-east-1:111111111111:alerts", FIREHOSE],
  ])("are checked by protocol: %s %s", (protocol, endpoint, rule) => {
    // An address may hold a secret behind its host.
    const shown = endpoint.replace(/^(https:\/\/[^/]*)\/.*$|^https:\/\/$/, (all, host?: string) => `${host ?? all}/…`);
    const subscription = { protocol, endpoint, ...(protocol === "firehose" ? { role: ROLE } : {}) };
    expect(problemsOf(changed(second(subscription)))).toEqual([
      `alerting.subscriptions[1].endpoint must ${rule}, got "${shown}"`,
    ]);
  });
});
