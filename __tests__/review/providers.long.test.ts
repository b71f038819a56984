import type { Synthesized } from "../../review";
import { configuration } from "../support/configuration";
import { synth } from "../support/synth";
import { edited, foundAfter, foundBetween, SYNTHESIZED, type Body, type Stacks } from "./edited";

const providers = (stacks: Stacks): Body[] => stacks["root-access"]?.provider["aws"] ?? [];

function provider(stacks: Stacks, alias: string): Body {
  const found = providers(stacks).find((each) => each["alias"] === alias);
  if (found === undefined) throw new Error(`no provider ${alias}`);
  return found;
}

const MANAGEMENT = "management-us-east-1";
const SECURITY = "security-us-east-1";
const HARMFUL: readonly [severity: string, arguments_: Body][] = [
  ["critical", { endpoints: [{ sts: "https://sts.example.com" }] }],
  ["critical", { https_proxy: "http://192.0.2.1" }],
  ["critical", { custom_ca_bundle: "other.pem" }],
  ["critical", { skip_requesting_account_id: true }],
  ["critical", { skip_credentials_validation: true }],
  ["critical", { insecure: true }],
  ["high", { profile: "other" }],
  ["high", { shared_credentials_files: ["other"] }],
  ["high", { assume_role_with_web_identity: [{ role_arn: "arn:aws:iam::111111111111:role/Other" }] }],
  ["high", { assume_role: [{ role_arn: "arn:aws:iam::111111111111:role/Other" }] }],
  ["high", { assume_role: [{ role_arn: "${var.management_role_arn}", policy: "{}" }] }],
  ["medium", { ignore_tags: [{ keys: ["Owner"] }] }],
];

describe.each(HARMFUL)("%s: a provider that is pinned as before has %j", (severity, more) => {
  const names = Object.keys(more).join();

  test("of a sudden", () =>
    expect(foundAfter((stacks) => Object.assign(provider(stacks, MANAGEMENT), more))).toEqual([
      expect.stringMatching(
        new RegExp(`^provider-pin \\(${severity}\\) root-access: provider\\.aws\\.${MANAGEMENT}: .*: nothing → `),
      ),
    ]));

  test("and is new", () =>
    expect(
      foundAfter((stacks) => providers(stacks).push({ ...provider(stacks, MANAGEMENT), alias: "more", ...more })),
    ).toEqual([
      expect.stringMatching(
        new RegExp(
          `^provider-pin \\(${severity}\\) root-access: provider\\.aws\\.more: the provider .aws\\.more., which is new, is unlike the others of its stack: `,
        ),
      ),
    ]));

  test("as it had, and so does a new one: is harmless", () => {
    const before = edited((stacks) => Object.assign(provider(stacks, MANAGEMENT), more));
    const after = edited(
      (stacks) => providers(stacks).push({ ...provider(stacks, MANAGEMENT), alias: "more" }),
      before,
    );
    expect(JSON.stringify(after)).toContain(names);
    expect(foundBetween(before, after)).toEqual([]);
  });
});

test("a new provider without an alias is judged as any other", () =>
  expect(foundAfter((stacks) => providers(stacks).push({ region: "us-east-1" }))).toEqual([
    expect.stringMatching(/^provider-pin \(critical\) .*is pinned to no account$/),
  ]));

test("a token is no part of what is told", () => {
  const [found = ""] = foundAfter((stacks) => Object.assign(provider(stacks, MANAGEMENT), { token: "s3cr3t" }));
  expect(found).toMatch(/^provider-pin \(high\) .*a value that is not shown/);
  expect(found).not.toContain("s3cr3t");
});

test("nor is one within a block", () => {
  const assume_role_with_web_identity = [
    { role_arn: "arn:aws:iam::111111111111:role/x", web_identity_token: "s3cr3t" },
  ];
  const [found = ""] = foundAfter((stacks) =>
    Object.assign(provider(stacks, MANAGEMENT), { assume_role_with_web_identity }),
  );
  expect(found).toContain("role/x");
  expect(found).not.toContain("s3cr3t");
});

test.each<[name: string, change: (stacks: Stacks) => unknown]>([
  ["other tags", (stacks) => Object.assign(provider(stacks, MANAGEMENT), { default_tags: [{ tags: { Owner: "x" } }] })],
  [
    "a place more, whose role is a variable",
    (stacks) => providers(stacks).push({ ...provider(stacks, SECURITY), alias: "more", region: "eu-west-3" }),
  ],
  [
    "a role that is a variable, where there was none",
    (stacks) =>
      Object.assign(provider(stacks, MANAGEMENT), { assume_role: [{ role_arn: "${var.management_role_arn}" }] }),
  ],
  ["a place less", (stacks) => providers(stacks).pop()],
  ["a check that was never left out", (stacks) => Object.assign(provider(stacks, MANAGEMENT), { insecure: false })],
])("%s: is harmless", (_name, change) => expect(foundAfter(change)).toEqual([]));

test("what a configuration sets is harmless to the providers", () => {
  const pins = (is: Synthesized) => foundBetween(SYNTHESIZED, is).filter((line) => line.startsWith("provider-pin"));
  const more = { regions: ["us-east-1", "eu-west-1", "eu-central-1"], tags: { Owner: "x" } };
  expect(pins(synth(configuration(more)).stacks as unknown as Synthesized)).toEqual([]);
});

describe("a variable by which providers assume their role", () => {
  const example = configuration();
  const { security } = example.accounts;
  const role = { accounts: { ...example.accounts, security: { ...security, deployRole: "Deploy" } } };

  test("has another default: is found once, with both", () => {
    const lines = foundBetween(SYNTHESIZED, synth(configuration(role)).stacks);
    const [first = "", ...rest] = lines.filter(
      (line) => line.startsWith("provider-pin") && / root-access: /.test(line),
    );
    expect(rest).toEqual([]);
    expect(first).toMatch(/^provider-pin \(high\) root-access: var\.security_role_arn: .*`aws\.security-us-east-1`/);
    expect(first).toMatch(/role\/OrganizationAccountAccessRole → arn:aws:iam::222222222222:role\/Deploy$/);
  });

  const body = (stacks: Stacks) => (stacks["root-access"]?.variable ?? {})["security_role_arn"] ?? {};

  test.each<[name: string, change: (stacks: Stacks) => unknown]>([
    ["has none", (stacks) => delete body(stacks)["default"]],
    [
      "has another, and its provider another name",
      (stacks) => {
        body(stacks)["default"] = "arn:aws:iam::222222222222:role/Other";
        const found = provider(stacks, SECURITY);
        found["alias"] = "renamed";
      },
    ],
    ["stands in the plan", (stacks) => delete body(stacks)["ephemeral"]],
  ])("%s: is found", (_name, change) =>
    expect(foundAfter(change)).toContainEqual(
      expect.stringMatching(/^provider-pin \(high\) root-access: var\.security_role_arn: /),
    ),
  );

  test("by way of a local, which is another: is found", () => {
    const by = (value: string) =>
      edited((stacks) => {
        Object.assign(stacks["root-access"] ?? {}, { locals: { role: value } });
        Object.assign(provider(stacks, SECURITY), { assume_role: [{ role_arn: "${local.role}" }] });
      });
    expect(foundBetween(by("a"), by("b"))).toEqual([
      expect.stringMatching(/^provider-pin \(high\) root-access: local\.role: /),
    ]);
  });

  test("is described otherwise: is harmless", () =>
    expect(foundAfter((stacks) => (body(stacks)["description"] = "another word"))).toEqual([]));
});

test("a state without a place gets one: is found", () => {
  const none = edited((stacks) => delete stacks["root-access"]?.terraform["backend"]);
  expect(foundBetween(none, SYNTHESIZED)).toEqual([
    expect.stringMatching(/^stack-frame \(high\) root-access: terraform: `root-access`: the state: nothing → /),
  ]);
});
