import type { BaselineConfig } from "../../config";
import { configuration } from "../support/configuration";
import { stack, synth } from "../support/synth";
import { ofType } from "../support/terraform";

type Subscription = BaselineConfig["alerting"]["subscriptions"][number];

const KEY = "R0KEY1234567890abcdef";
const https = (endpoint: Subscription["endpoint"], id?: string): Subscription => ({
  severity: "critical",
  protocol: "https",
  endpoint,
  ...(id === undefined ? {} : { id }),
});

const { alerting } = configuration();
const told = (...more: readonly Subscription[]): BaselineConfig =>
  configuration({ alerting: { ...alerting, subscriptions: [...alerting.subscriptions, ...more] } });

const alarms = (...more: readonly Subscription[]) => stack(told(...more), "alarms");
const namesOf = (...more: readonly Subscription[]) =>
  Object.keys(ofType(alarms(...more), "aws_sns_topic_subscription"));
const movedIn = (...more: readonly Subscription[]) =>
  (alarms(...more) as unknown as { readonly moved: readonly { readonly from: string; readonly to: string }[] }).moved;

const SECRETS = [
  `https://events.example.com/integration/${KEY}/enqueue`,
  `https://events.example.com/integration/${KEY}2/enqueue`,
  `https://events.example.com/aws?key=${KEY}`,
  `https://user:${KEY}@events.example.com/aws`,
  `https://events.example.com/${"very-long-".repeat(30)}${KEY}`,
];

test("no address and no moved block holds a secret, and every endpoint has an address of its own", () => {
  const all = alarms(...SECRETS.map((endpoint) => https(endpoint)));
  const names = Object.keys(ofType(all, "aws_sns_topic_subscription"));
  expect(names.filter((name) => name.startsWith("critical_https-events-example-com-"))).toHaveLength(SECRETS.length);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThan(60);
  const others = { ...all, resource: names, output: all.output } as unknown;
  expect(JSON.stringify(others)).not.toContain(KEY);
});

test("what may hold a secret is marked, so that no plan prints it", () => {
  const [endpoint = ""] = SECRETS;
  const found = Object.values(ofType(alarms(https(endpoint)), "aws_sns_topic_subscription"));
  expect(found.map((one) => one["endpoint"])).toContain(`\${sensitive("${endpoint}")}`);
});

test("addresses depend neither on the order nor on the other subscriptions", () => {
  const [first = "", second = ""] = SECRETS;
  expect(namesOf(https(second), https(first))).toEqual(expect.arrayContaining(namesOf(https(first))));
});

test("e-mail and other endpoints without a secret are moved from the address that spelled them out", () => {
  const from = "aws_sns_topic_subscription.critical_email-security-oncall_40_example_2e_com";
  const moved = movedIn().find((one) => one.from === from);
  expect(moved?.to).toMatch(/^aws_sns_topic_subscription\.critical_email-security-oncall-[0-9a-f]{8}$/);
  expect(namesOf()).toContain(moved?.to.split(".")[1]);
});

test("an id becomes the address, reached by a chain of moved blocks", () => {
  const chain = movedIn(https("https://pager.example.com/aws", "pager")).filter(({ from }) => from.includes("https-"));
  expect(chain.map(({ from, to }) => [from.split("_").slice(3, 5).join("_"), to])).toHaveLength(2);
  expect(chain[0]?.from).toBe(
    "aws_sns_topic_subscription.critical_https-https_3a__2f__2f_pager_2e_example_2e_com_2f_aws",
  );
  expect(chain[1]?.from).toBe(chain[0]?.to);
  expect(chain[1]?.to).toBe("aws_sns_topic_subscription.critical_to-pager");
});

test("an endpoint that is a variable is sensitive, checked, and keeps the address of its id", () => {
  const all = alarms(https({ variable: "pager_endpoint" }, "pager"), {
    ...https({ variable: "pager_endpoint" }),
    severity: "high",
  });
  const found = ofType(all, "aws_sns_topic_subscription");
  expect(found["critical_to-pager"]?.["endpoint"]).toBe("${var.pager_endpoint}");
  expect(found["high_to-pager_endpoint"]?.["endpoint"]).toBe("${var.pager_endpoint}");
  const { variable } = all as unknown as { readonly variable: Readonly<Record<string, unknown>> };
  expect(variable["pager_endpoint"]).toMatchObject({
    sensitive: true,
    nullable: false,
    validation: [{ condition: '${can(regex("^https://[^\\\\s/]+", var.pager_endpoint))}' }],
  });
});

test("two of a topic with one id are refused, and so is a queue that is a variable", () => {
  const refused = () =>
    synth(
      told(https("https://one.example.com", "pager"), https("https://two.example.com", "pager"), {
        severity: "high",
        protocol: "sqs",
        endpoint: { variable: "queue" },
      }),
    );
  expect(refused).toThrow(/\.id must be a name of its own: alerting\.subscriptions\[4\] has the same, got "pager"/);
  expect(refused).toThrow(/endpoint must be the ARN of a standard SQS queue .+got \{"variable":"queue"\}/);
});
