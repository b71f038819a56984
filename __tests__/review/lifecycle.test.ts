import { edited, foundAfter, foundBetween, resource, SYNTHESIZED, type Body, type Stacks } from "./edited";

const POLICY = "aws_organizations_policy.deny-root-user";
const ATTACHMENT = "aws_organizations_policy_attachment.deny-root-user";
const KEY = "aws_kms_key.trail-encryption_key";

const policy = (stacks: Stacks): Body => resource(stacks, "guardrails", POLICY);
const lifecycle = (body: Body, more: Body) =>
  Object.assign(body, { lifecycle: { ...(body["lifecycle"] as Body | undefined), ...more } });

const TRAIL = "aws_cloudtrail.organization-trail_trail";

/** Blocks of a stack that `Stacks` leaves out. */
const blocks = (stacks: Stacks, stack: string, kind: string): Body =>
  (stacks[stack] as unknown as Record<string, Body> | undefined)?.[kind] ?? {};
const locals = (stacks: Stacks): Body => blocks(stacks, "guardrails", "locals");
const checks = (stacks: Stacks): Body => blocks(stacks, "guardrails", "check");
const dataOf = (stacks: Stacks, stack: string, type: string, label: string): Body =>
  ((blocks(stacks, stack, "data")[type] as Body | undefined)?.[label] ?? {}) as Body;

const RUN = { provisioner: [{ "local-exec": { command: "id" } }] };

test.each<[name: string, change: (stacks: Stacks) => unknown, finds: RegExp]>([
  [
    "whatever becomes of a guardrail is ignored",
    (stacks) => lifecycle(policy(stacks), { ignore_changes: "all" }),
    /^resource-lifecycle \(high\) guardrails: aws_organizations_policy\.deny-root-user: .* whoever changes any of its settings behind /,
  ],
  [
    "what becomes of the text of a guardrail is ignored",
    (stacks) => lifecycle(policy(stacks), { ignore_changes: ["tags", "content"] }),
    /^resource-lifecycle \(high\) .* whoever changes `content` behind /,
  ],
  [
    "what becomes of a part of a setting is ignored",
    (stacks) => lifecycle(resource(stacks, "audit-trail", KEY), { ignore_changes: ["${policy}"] }),
    /^resource-lifecycle \(high\) audit-trail: .* whoever changes `\$\{policy\}` behind /,
  ],
  [
    "a key is replaced with something else",
    (stacks) => lifecycle(resource(stacks, "audit-trail", KEY), { replace_triggered_by: ["terraform_data.x"] }),
    /^resource-lifecycle \(high\) audit-trail: .* whenever `terraform_data\.x` changes/,
  ],
  [
    "a guardrail is replaced with something else",
    (stacks) => lifecycle(policy(stacks), { replace_triggered_by: ["terraform_data.x"] }),
    /^resource-lifecycle \(medium\) guardrails: /,
  ],
  [
    "an attachment is detached before it is attached elsewhere",
    (stacks) =>
      delete (resource(stacks, "guardrails", ATTACHMENT)["lifecycle"] as Partial<Record<string, unknown>>)[
        "create_before_destroy"
      ],
    /^resource-lifecycle \(medium\) guardrails: .* `create_before_destroy` is gone$/,
  ],
  [
    "a trail no longer waits for what protects its bucket",
    (stacks) => Object.assign(resource(stacks, "audit-trail", TRAIL), { depends_on: [] }),
    /^resource-lifecycle \(medium\) audit-trail: aws_cloudtrail\.\S+: .* no longer waits for `aws_iam_role_policy\.trail-delivery_policy`, .* and \d more: `depends_on`$/,
  ],
  [
    "what a plan reads is read only where it is applied",
    (stacks) =>
      Object.assign(dataOf(stacks, "audit-trail", "aws_organizations_organization", "organization_live"), {
        depends_on: ["terraform_data.place-of-audit-trail"],
      }),
    /^resource-lifecycle \(medium\) audit-trail: data\.aws_organizations_organization\.organization_live: .* is read only once `terraform_data\.place-of-audit-trail` is applied, .*: `depends_on`$/,
  ],
  [
    "a guardrail is switched off by its lifecycle",
    (stacks) => lifecycle(policy(stacks), { enabled: false }),
    /^resource-lifecycle \(high\) guardrails: aws_organizations_policy\.deny-root-user: .* no rule knows `lifecycle\.enabled`$/,
  ],
  [
    "a guardrail outlives its block",
    (stacks) => lifecycle(policy(stacks), { destroy: false }),
    /^resource-lifecycle \(high\) guardrails: .* no rule knows `lifecycle\.destroy`$/,
  ],
  [
    "what leaves a stack runs code",
    (stacks) =>
      Object.assign(stacks["guardrails"] ?? {}, {
        removed: [{ from: "aws_sns_topic.x", lifecycle: { destroy: true }, ...RUN }],
      }),
    /^pipeline-code \(high\) guardrails: aws_sns_topic\.x: .* runs code where it is applied: `provisioner` of `local-exec`$/,
  ],
  [
    "a tag holds a file of the machine",
    (stacks) => Object.assign(policy(stacks), { tags: { x: '${file("/proc/self/environ")}' } }),
    /^pipeline-code \(high\) guardrails: aws_organizations_policy\.deny-root-user: .* calls `file\(\)`/,
  ],
  [
    "a local holds a file of the machine",
    (stacks) => Object.assign(stacks["guardrails"] ?? {}, { locals: { ...locals(stacks), x: '${filebase64("/a")}' } }),
    /^pipeline-code \(high\) guardrails: locals\.x: .* calls `filebase64\(\)`/,
  ],
  [
    "a check reads a secret",
    (stacks) =>
      Object.assign(stacks["guardrails"] ?? {}, {
        check: { ...checks(stacks), more: { data: { aws_secretsmanager_secret_version: { x: { secret_id: "y" } } } } },
      }),
    /^pipeline-code \(high\) guardrails: check\.more\.data\.aws_secretsmanager_secret_version\.x: /,
  ],
  [
    "a resource runs code",
    (stacks) => Object.assign(policy(stacks), RUN),
    /^pipeline-code \(high\) guardrails: aws_organizations_policy\.deny-root-user: .* runs code where it is applied: `provisioner` of `local-exec`$/,
  ],
  [
    "what a stack keeps for itself runs code",
    (stacks) => Object.assign(resource(stacks, "guardrails", "terraform_data.place-of-guardrails"), RUN),
    /^pipeline-code \(high\) guardrails: terraform_data\.place-of-guardrails: /,
  ],
  [
    "a new resource runs code",
    (stacks) => Object.assign(stacks["guardrails"]?.resource ?? {}, { terraform_data: { ...data(stacks), new: RUN } }),
    /^pipeline-code \(high\) guardrails: terraform_data\.new: /,
  ],
  [
    "a resource is reached",
    (stacks) => Object.assign(policy(stacks), { connection: { host: "192.0.2.1" } }),
    /^pipeline-code \(high\) .* `connection`$/,
  ],
  [
    "a resource triggers an action",
    (stacks) => lifecycle(policy(stacks), { action_trigger: [{ events: ["after_update"] }] }),
    /^pipeline-code \(high\) .* `action_trigger`$/,
  ],
])("%s: is found, and nothing else", (_name, change, finds) =>
  expect(foundAfter(change)).toEqual([expect.stringMatching(finds)]),
);

const data = (stacks: Stacks) => stacks["guardrails"]?.resource["terraform_data"] ?? {};

test("code that is another than before is found, and what ran before is not", () => {
  const before = edited((stacks) => Object.assign(policy(stacks), RUN));
  expect(foundBetween(before, before)).toEqual([]);
  expect(foundBetween(before, SYNTHESIZED)).toEqual([]);
  const other = edited((stacks) =>
    Object.assign(policy(stacks), { provisioner: [{ "local-exec": { command: "x" } }] }),
  );
  expect(foundBetween(before, other)).toEqual([expect.stringMatching(/^pipeline-code /)]);
});

const ignoring = (paths: unknown) => edited((stacks) => lifecycle(policy(stacks), { ignore_changes: paths }));

test("what is ignored no longer, or was ignored as well, is harmless", () => {
  expect(foundBetween(ignoring("all"), SYNTHESIZED)).toEqual([]);
  expect(foundBetween(ignoring("all"), ignoring(["content"]))).toEqual([]);
  expect(foundBetween(ignoring(["content", "name"]), ignoring(["name", "content"]))).toEqual([]);
  expect(foundBetween(ignoring(["content"]), ignoring(["all"]))).toEqual([
    expect.stringMatching(/^resource-lifecycle /),
  ]);
});

test.each<[name: string, change: (stacks: Stacks) => unknown]>([
  [
    "tags and descriptions are left to others",
    (stacks) => lifecycle(policy(stacks), { ignore_changes: ["tags", 'tags["Owner"]', "description"] }),
  ],
  [
    "it waits for more, and in another order",
    (stacks) => {
      const trail = resource(stacks, "audit-trail", TRAIL);
      trail["depends_on"] = [
        ...(trail["depends_on"] as readonly string[]),
        "terraform_data.place-of-audit-trail",
      ].reverse();
    },
  ],
  [
    "what is the same in the form of a list",
    (stacks) => {
      const trail = resource(stacks, "audit-trail", "aws_s3_bucket.trail-bucket_logs_bucket");
      trail["lifecycle"] = [trail["lifecycle"]];
    },
  ],
  ["a text holds signs of an expression", (stacks) => Object.assign(policy(stacks), { description: '$${file("x")}' })],
  ["the new one comes before the old one goes", (stacks) => lifecycle(policy(stacks), { create_before_destroy: true })],
  [
    "a memory of the stack, which is of the first deployment",
    (stacks) => Object.assign(data(stacks), { new: { input: "x", lifecycle: { ignore_changes: ["input"] } } }),
  ],
])("%s: is harmless", (_name, change) => expect(foundAfter(change)).toEqual([]));
