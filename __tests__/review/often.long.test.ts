import { edited, foundAfter, foundBetween, resource, SYNTHESIZED, type Body, type Stacks } from "./edited";

const POLICY = "aws_organizations_policy.deny-root-user";
const FEATURES = "aws_iam_organizations_features.root-features";
const KEY = "aws_kms_key.trail-encryption_key";
const GROUP = "aws_cloudwatch_log_group.trail-log-group_log-group";

const features = (stacks: Stacks): Body => resource(stacks, "root-access", FEATURES);
const key = (stacks: Stacks): Body => resource(stacks, "audit-trail", KEY);

test.each([{ count: 0 }, { count: "0" }, { count: "${0}" }, { for_each: {} }, { for_each: "${toset([])}" }])(
  "a key of which there is none any longer, %j: is found as gone",
  (more) => {
    const found = foundAfter((stacks) => Object.assign(key(stacks), more));
    expect(found).toContainEqual(expect.stringMatching(/^kept-destroyed \(critical\) audit-trail: .*the key /));
    expect(found.filter((line) => line.startsWith(`undecided-change (high) audit-trail: ${KEY}:`))).toEqual([]);
  },
);

test("a guardrail that is attached nowhere any longer is found as one that covers less", () =>
  expect(
    foundAfter((stacks) =>
      Object.assign(resource(stacks, "guardrails", "aws_organizations_policy_attachment.deny-root-user"), {
        for_each: "${toset([])}",
      }),
    ),
  ).toContainEqual(expect.stringMatching(/^guardrail-coverage \(critical\) /)));

const UNDECIDED = [
  { count: "${var.is_on ? 1 : 0}" },
  { count: "${length(var.regions)}" },
  { for_each: "${var.regions}" },
  { for_each: '${local.targets_wanted["nothing"]}' },
  { for_each: { one: "x" } },
];

test.each(UNDECIDED)("a setting of which there are as many as nobody can say, %j: is found", (more) =>
  expect(foundAfter((stacks) => Object.assign(features(stacks), more))).toEqual([
    expect.stringMatching(
      /^undecided-change \(high\) root-access: aws_iam_organizations_features\.root-features: .*whether there is one could not be decided: `(count|for_each)` is /,
    ),
  ]),
);

test("the same under another address, of which nobody can say how often, is found", () =>
  expect(
    foundAfter((stacks) => {
      const all = stacks["root-access"]?.resource["aws_iam_organizations_features"] ?? {};
      Object.assign(all, { other: { ...features(stacks), count: "${var.is_on ? 1 : 0}" } });
      delete all["root-features"];
    }),
  ).toContainEqual(expect.stringMatching(/^undecided-change .*aws_iam_organizations_features\.other: /)));

test.each<[name: string, more: Body]>([
  ["once, in other words", { count: 1 }],
  ["once, as a text", { count: "1" }],
  ["no count at all", { count: null }],
])("%s: is harmless", (_name, more) =>
  expect(foundAfter((stacks) => Object.assign(features(stacks), more))).toEqual([]),
);

test("what was open before is harmless where it stays so, and where it is once from then on", () => {
  const open = edited((stacks) => Object.assign(features(stacks), UNDECIDED[0]));
  expect(foundBetween(open, open)).toEqual([]);
  expect(foundBetween(open, SYNTHESIZED)).toEqual([]);
});

/** Adds a provider of another place, and has a resource made there. */
const elsewhere = (stack: string, address: string, place: Body) => (stacks: Stacks) => {
  const all = stacks[stack]?.provider["aws"] ?? [];
  const own = all.find(({ alias }) => `aws.${String(alias)}` === resource(stacks, stack, address)["provider"]);
  all.push({ ...own, alias: "other", ...place });
  resource(stacks, stack, address)["provider"] = "aws.other";
};

test.each([
  ["audit-trail", KEY, { region: "eu-west-3" }],
  ["audit-trail", "aws_s3_bucket.trail-bucket_logs_bucket", { region: "eu-west-3" }],
  ["audit-trail", GROUP, { region: "eu-west-3" }],
  ["guardrails", POLICY, { allowed_account_ids: ["222222222222"] }],
  ["root-access", FEATURES, { allowed_account_ids: ["222222222222"] }],
])("%s: %s is made in another place, %j: is found", (stack, address, place) =>
  expect(foundAfter(elsewhere(stack, address, place))).toContainEqual(
    expect.stringMatching(
      new RegExp(`^undecided-change \\(high\\) ${stack}: ${address.replace(".", "\\.")}: .* is made in `),
    ),
  ),
);

test.each<[string, string, Body]>([
  ["guardrails", POLICY, { region: "eu-west-3" }],
  ["guardrails", POLICY, {}],
  ["audit-trail", KEY, {}],
])("%s: %s of another provider of the same place, %j: is harmless", (stack, address, place) =>
  expect(foundAfter(elsewhere(stack, address, place))).toEqual([]),
);
