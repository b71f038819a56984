import type { BaselineConfig } from "../../config";
import { changesBetween, reviewed, spelledOrganization, inputOf, type Synthesized } from "../../review";
import { demands } from "../../review/rules/guards/expression";
import { configuration } from "../support/configuration";
import { synth } from "../support/synth";

type Body = Record<string, unknown>;
type Stacks = Record<string, Record<string, Record<string, Record<string, Body>>>>;

const synthesized = (config: BaselineConfig) => synth(config).stacks as unknown as Synthesized;
const BEFORE = synthesized(configuration());

function findings(is: Synthesized, was: Synthesized = BEFORE): readonly string[] {
  const changes = changesBetween(was, is);
  const things = changes.flatMap((change) => [change.before ?? [], change.after ?? []].flat());
  const input = inputOf(changes, { organization: spelledOrganization(things), livePolicies: [] });
  return reviewed(input, { title: "Review", risks: [], today: new Date("2026-11-01") }).json.findings.map(
    ({ rule, place, severity, words }) => `${rule} (${severity}) ${place}: ${words}`,
  );
}

/** What is found where somebody changed the stacks by hand. */
function foundAfter(change: (stacks: Stacks) => void): readonly string[] {
  const stacks = structuredClone(BEFORE) as unknown as Stacks;
  change(stacks);
  return findings(stacks);
}

const block = (stacks: Stacks, stack: string, kind: string, type: string, name: string): Body => {
  const found = stacks[stack]?.[kind]?.[type]?.[name];
  if (found === undefined) throw new Error(`no ${type}.${name} in ${stack}`);
  return found;
};

const lifecycle = (body: Body): Record<string, { condition: string; error_message: string }[]> =>
  body["lifecycle"] as Record<string, { condition: string; error_message: string }[]>;

const live = (stacks: Stacks) =>
  block(stacks, "audit-trail", "data", "aws_organizations_organization", "organization_live");
const place = (stacks: Stacks) => block(stacks, "audit-trail", "resource", "terraform_data", "place-of-audit-trail");
const bucket = (stacks: Stacks) =>
  block(stacks, "audit-trail", "resource", "aws_s3_bucket", "trail-bucket_logs_bucket");

/** Changes the text of the condition that asks whose account it is. */
function pin(stacks: Stacks, edit: (text: string) => string): void {
  for (const each of lifecycle(live(stacks))["postcondition"] ?? [])
    if (each.condition.includes("master_account_id")) each.condition = edit(each.condition);
}

const PIN =
  /^plan-guard \(high\) audit-trail: data\.aws_organizations_organization\.organization_live: the plan of `audit-trail` no longer ends in an error, or in fewer cases, where this does not hold: accounts\.management\.id must be the management account$/;
const ATTACHMENT = "aws_organizations_policy_attachment";

test.each<[name: string, change: (stacks: Stacks) => void, finds: RegExp]>([
  [
    "the pin of the account is removed",
    (stacks) => {
      const { postcondition = [] } = lifecycle(live(stacks));
      lifecycle(live(stacks))["postcondition"] = postcondition.filter(
        ({ condition }) => !condition.includes("master_account_id"),
      );
    },
    PIN,
  ],
  ["the pin of the account always holds", (stacks) => pin(stacks, () => "${true}"), PIN],
  ["the pin of the account has a way around", (stacks) => pin(stacks, (text) => text.replace("}", " || true}")), PIN],
  [
    "the pin of the account names another",
    (stacks) => pin(stacks, (text) => text.replace("111111111111", "999999999999")),
    PIN,
  ],
  [
    "what asks is gone",
    (stacks) => delete stacks["audit-trail"]?.["data"]?.["aws_organizations_organization"],
    /^plan-guard .* where this does not hold: organization\.id must be .*, accounts\.management\.id must be the management account and 2 more$/,
  ],
  [
    "what asks is made for nothing",
    (stacks) => (live(stacks)["count"] = 0),
    /^plan-guard .*: `count` is another: whether its conditions are asked as before could not be decided$/,
  ],
  [
    "the place of the stack is no longer remembered",
    (stacks) => delete stacks["audit-trail"]?.["resource"]?.["terraform_data"]?.["place-of-audit-trail"],
    /^plan-guard .*place-of-audit-trail: .*: homeRegion must stay …, where this stack is deployed, /,
  ],
  [
    "the place of the stack moves along",
    (stacks) => delete (place(stacks)["lifecycle"] as Body)["ignore_changes"],
    /^plan-guard .*`input` is no longer ignored/,
  ],
  [
    "a target needs no room",
    (stacks) =>
      delete (block(stacks, "guardrails", "resource", ATTACHMENT, "deny-root-user")["lifecycle"] as Body)[
        "precondition"
      ],
    /^plan-guard \(high\) guardrails: aws_organizations_policy_attachment\.deny-root-user: /,
  ],
  [
    "nobody is warned",
    (stacks) => delete stacks["guardrails"]?.["check"],
    /^plan-guard \(medium\) guardrails: check\.targets: the plan of `guardrails` is no longer warned of, or of less/,
  ],
  [
    "a bucket may be destroyed",
    (stacks) => delete bucket(stacks)["lifecycle"],
    /^destroy-guard \(high\) audit-trail: aws_s3_bucket\.trail-bucket_logs_bucket: `org-baseline-trail-333333333333-us-east-1` \(aws_s3_bucket\) can be destroyed by a plan$/,
  ],
])("%s: is found, and nothing else", (_name, change, finds) =>
  expect(foundAfter(change)).toEqual([expect.stringMatching(finds)]),
);

test.each<[name: string, change: (stacks: Stacks) => void]>([
  ["the pin of the account demands more", (stacks) => pin(stacks, (text) => text.replace("}", ' && self.id != ""}'))],
  ["the pin of the account in another spacing", (stacks) => pin(stacks, (text) => text.replace(" == ", "  ==\n"))],
  [
    "another message",
    (stacks) => lifecycle(live(stacks))["postcondition"]?.forEach((each) => (each.error_message = "x")),
  ],
  ["conditions in another order", (stacks) => lifecycle(live(stacks))["postcondition"]?.reverse()],
  [
    "what asks has another name",
    (stacks) => {
      const all = stacks["audit-trail"]?.["data"]?.["aws_organizations_organization"] ?? {};
      Object.assign(all, { organization_now: all["organization_live"] });
      delete all["organization_live"];
    },
  ],
  [
    "another guard comes",
    (stacks) => Object.assign(lifecycle(bucket(stacks)), { precondition: [{ condition: "${1 == 1}" }] }),
  ],
])("%s: is harmless", (_name, change) => expect(foundAfter(change)).toEqual([]));

test("the pin of the account is in a comment: is found, and so is the comment", () =>
  expect(
    foundAfter((stacks) => pin(stacks, (text) => text.replace("${", "${true /* && ").replace("}", " && */}"))),
  ).toEqual([
    expect.stringMatching(/^pipeline-code \(high\) audit-trail: data\.\S+: an expression of .* must hold no comment: /),
    expect.stringMatching(PIN),
  ]));

const guarded = (lines: readonly string[]) => lines.filter((line) => /^(plan|destroy)-guard/.test(line));

test("what a configuration changes within the rules is harmless to the guards", () => {
  const more = synthesized(configuration({ regions: ["us-east-1", "eu-west-1", "eu-central-1"] }));
  expect(guarded(findings(more))).toEqual([]);
  expect(guarded(findings(synthesized(configuration({ tags: { Owner: "x" } }))))).toEqual([]);
  // A Region that is dropped is asked of from then on.
  expect(guarded(findings(BEFORE, more))).toEqual([]);
});

test.each([
  ["${a && b}", ["a", "b"]],
  ['${f(a && b) && "x && y" == z}', ["f(a && b)", '"x && y" == z']],
  ['${"${f("q")} && b" == c}', ['"${f("q")} && b" == c']],
  ["${a && b || c}", ["a && b || c"]],
  ["${x ? true : y && b && z}", ["x ? true : y && b && z"]],
  ["${true /* && b && */}", ["true /* && b && */"]],
  ["${true # && b && c\n}", ["true # && b && c"]],
  ["${a && (b}", ["a && (b"]],
])("%s demands %j", (condition, all) => expect(demands(condition)).toEqual(all));
