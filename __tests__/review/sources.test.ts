import type { BaselineConfig } from "../../config";
import { changesBetween, inputOf, reviewed, spelledOrganization, type Synthesized } from "../../review";
import { sourcesOf } from "../../review/model/sources";
import { example } from "../support/examples";
import { synth } from "../support/synth";

type Stack = Record<
  "locals" | "data" | "variable" | "resource",
  Record<string, Record<string, Record<string, unknown>>>
>;

const TARGETS: BaselineConfig["guardrails"] = {
  attach: [
    { id: "deny-root-user", targets: ["Workloads/Canary"] },
    { id: "deny-root-access-keys", targets: ["root"] },
  ],
};
/** In one Region: it takes less time. */
const withTargets = (guardrails: BaselineConfig["guardrails"]): BaselineConfig => ({
  ...example("single-region-minimal"),
  guardrails,
});

const CONFIG = withTargets(TARGETS);
const synthesized = (config: BaselineConfig) => synth(config).stacks as unknown as Synthesized;
const BEFORE = synthesized(CONFIG);

function found(is: Synthesized): readonly string[] {
  const changes = changesBetween(BEFORE, is);
  const things = changes.flatMap((change) => [change.before ?? [], change.after ?? []].flat());
  const input = inputOf(changes, { organization: spelledOrganization(things), livePolicies: [] });
  return reviewed(input, { title: "Review", risks: [], today: new Date("2026-11-01") }).json.findings.map(
    ({ rule, place, words }) => `${rule} at ${place}: ${words}`,
  );
}

function foundAfter(change: (stacks: Record<string, Stack>) => void): readonly string[] {
  const stacks = structuredClone(BEFORE) as unknown as Record<string, Stack>;
  change(stacks);
  return found(stacks);
}

const locals = (stacks: Record<string, Stack>, stack = "guardrails"): Record<string, unknown> =>
  stacks[stack]?.locals ?? {};
const edited = (text: unknown, from: string, to: string): string => {
  expect(text).toContain(from);
  return String(text).replace(from, to);
};

const escaped = (text: string): string => text.replace(/[.[\]]/g, "\\$&");

const GUARD = "whether the plan is refused in as many cases could not be decided";
const READ = "what becomes of that is in the plan alone";

describe("what a condition or a resource reads is another, though its own text is not", () => {
  test.each<[name: string, change: (stacks: Record<string, Stack>) => void, place: string, words: readonly string[]]>([
    [
      "no policy is foreign any more",
      (stacks) =>
        (locals(stacks)["targets_live"] = edited(
          locals(stacks)["targets_live"],
          "length(local.targets_given) == 0",
          "false",
        )),
      "guardrails: local.targets_live",
      [GUARD],
    ],
    [
      "ids are given, so nothing is looked up",
      (stacks) => (locals(stacks)["targets_given"] = { root: "ou-ab12-quarantine" }),
      "guardrails: local.targets_given",
      [GUARD, READ],
    ],
    [
      "guardrails are attached to nothing",
      (stacks) =>
        (locals(stacks)["targets_wanted"] = "${{for name, texts in local.targets_listed : name => toset([])}}"),
      "guardrails: local.targets_wanted",
      [GUARD, READ],
    ],
    [
      "a unit is looked up under the name of another",
      (stacks) => {
        const all = locals(stacks)["targets_found"] as Record<string, unknown>;
        all["Workloads/Canary"] = edited(all["Workloads/Canary"], '"Canary"', '"Sandbox"');
      },
      'guardrails: local.targets_found["Workloads/Canary"]',
      [GUARD, READ],
    ],
    [
      "attachments are counted of another type",
      (stacks) => {
        const attached =
          stacks["guardrails"]?.data["aws_organizations_policies_for_target"]?.["targets_attached"] ?? {};
        attached["filter"] = "TAG_POLICY";
      },
      "guardrails: data.aws_organizations_policies_for_target.targets_attached",
      [GUARD],
    ],
    [
      "a subscription is no longer asked whether it is confirmed",
      (stacks) =>
        (locals(stacks, "alarms")["unconfirmed-subscriptions"] = String(
          locals(stacks, "alarms")["unconfirmed-subscriptions"],
        ).replace(/"(aws_sns_topic_subscription\.[\w-]+)" = \1\.pending_confirmation(, )?/, "")),
      'alarms: local.unconfirmed-subscriptions["aws_sns_topic_subscription.critical_email-security-oncall-4a65b944"]',
      [GUARD],
    ],
  ])("%s", (_name, change, place, words) =>
    expect(foundAfter(change)).toEqual(
      words.map((each) => expect.stringMatching(new RegExp(`^[\\w-]+ at ${escaped(place)}: .*${each}$`)) as unknown),
    ),
  );
});

test.each<[name: string, guardrails: BaselineConfig["guardrails"]]>([
  [
    "a target more",
    {
      attach: [
        { id: "deny-root-user", targets: ["Workloads/Canary", "Sandbox", "222222222222"] },
        ...TARGETS.attach.slice(1),
      ],
    },
  ],
  ["a guardrail more", { attach: [...TARGETS.attach, { id: "stay-in-organization", targets: ["root"] }] }],
  ["in another order", { attach: [...TARGETS.attach].reverse() }],
])("%s is harmless to what is read", (_name, guardrails) =>
  expect(found(synthesized(withTargets(guardrails))).filter((line) => line.includes(" is another, and "))).toEqual([]),
);

test("a subscriber more, one less and another are harmless to what is read", () => {
  const { subscriptions } = CONFIG.alerting;
  const more = {
    ...CONFIG.alerting,
    subscriptions: ["a@example.com", "b@example.com"].map((endpoint) => ({ ...subscriptions[0], endpoint })),
  };
  expect(
    found(synthesized({ ...CONFIG, alerting: more as BaselineConfig["alerting"] })).filter((line) =>
      line.includes("unconfirmed"),
    ),
  ).toEqual([]);
});

test("a Region more gives every provider another name, and is harmless", () => {
  expect(found(synthesized({ ...CONFIG, regions: ["us-east-1", "eu-west-1"] }))).toEqual([]);
});

test("names are followed from one to the next, and circles end", () => {
  const json = {
    locals: { a: "${local.b}", b: "${[local.a, var.c, data.aws_region.d.name]}", unread: "${1}" },
    provider: { aws: [{ alias: "there", allowed_account_ids: ["222222222222"], region: "eu-west-1" }] },
    variable: { c: { default: "x", description: "says nothing" } },
    data: { aws_region: { d: { provider: "aws.there", lifecycle: { precondition: [] } } } },
  } as unknown as Parameters<typeof sourcesOf>[0];
  expect(sourcesOf(json, { for_each: "${local.a}" })).toEqual({
    "local.a": "${local.b}",
    "local.b": "${[local.a, var.c, data.aws_region.d.name]}",
    "var.c": '{"default":"x"}',
    "data.aws_region.d": '{"place":{"account":"222222222222","region":"eu-west-1"}}',
  });
});
