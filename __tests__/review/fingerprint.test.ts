import { acceptedRisks, REVIEW_RULES, reviewed, type ReviewInput } from "../../review";
import { fingerprintOf } from "../../review/accepted/fingerprint";
import { Organization } from "../../review/model/organization";
import { Draft, plansFrom } from "./draft";

type Change = (draft: Draft) => unknown;

const POLICY = "aws_organizations_policy.deny-root-user";
const CANARY = 'aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]';
const PROD = CANARY.replace("Canary", "Prod");
const LOG_GROUP = "aws_cloudwatch_log_group.trail-log-group_log-group";
const LOW = "aws_sns_topic_subscription.low_email-security-review-4d07cb1d";
const example = new Draft();

const asItIs: Change = () => undefined;

/** The review of a change to what another change has made of the example. */
function changed(change: Change, first = asItIs): ReviewInput {
  const old = example.copy();
  first(old);
  const young = old.copy();
  change(young);
  return plansFrom(old, young);
}

function review(input: ReviewInput, file = '{"version":1,"accepted":[]}') {
  const ids = REVIEW_RULES.map(({ id }) => id);
  const risks = acceptedRisks(file, "accepted-risks.json", ids);
  return reviewed(input, { title: "", risks, today: new Date("2026-11-30") });
}

/** The file that accepts all that is found, as whoever reads the comment writes it. */
function accepting(input: ReviewInput): string {
  const found = [...review(input).markdown.text.matchAll(/^`([\w-]+)` at `([^`]+)`, fingerprint `(\w+)`$/gm)];
  const accepted = found.map(([, rule, place, fingerprint]) => {
    return { rule, place, fingerprint, reason: "A trial", author: "platform", until: "2026-12-31" };
  });
  return JSON.stringify({ version: 1, accepted });
}

const rulesOf = ({ json }: ReturnType<typeof review>): readonly string[] => json.findings.map(({ rule }) => rule);

const set =
  (address: string, values: Readonly<Record<string, unknown>>): Change =>
  (draft) =>
    draft.set(address, values);

const without =
  (...addresses: readonly string[]): Change =>
  (draft) =>
    draft.remove(...addresses);

const onBoth: Change = (draft) =>
  draft.add(PROD, { policy_id: example.get(POLICY)["id"], target_id: "Workloads/Prod" });

const exempting =
  (...roles: readonly string[]): Change =>
  (draft) =>
    draft.statements(POLICY, "content", ([first, ...rest]) => {
      const ArnNotLike = { "aws:PrincipalArn": roles.map((role) => `arn:aws:iam::*:role/${role}`) };
      return [{ ...first, Condition: { ArnNotLike } }, ...rest];
    });

const denying =
  (...Action: readonly string[]): Change =>
  (draft) =>
    draft.statements(POLICY, "content", ([first, ...rest]) => [{ ...first, Action }, ...rest]);

const SERVICES = ["s3:*", "ec2:*", "iam:*", "kms:*", "logs:*", "sns:*"];

const trusting =
  (account: string): Change =>
  (draft) =>
    draft.statements("aws_iam_role.break-glass-unlock-bucket_role", "assume_role_policy", (all) => [
      ...all,
      { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "sts:AssumeRole" },
    ]);

const stranger =
  (filename: string): Change =>
  (draft) =>
    draft.add("aws_lambda_function.x", { function_name: "x", filename });

const told = (endpoint: string): Change => set(LOW, { endpoint });

describe("what was accepted is accepted as it was, and is a finding again as soon as it is another", () => {
  test.each<[name: string, rule: string, accepted: Change, wider: Change, first: Change]>([
    ["a unit, then another", "guardrail-coverage", without(CANARY), without(PROD), onBoth],
    ["a unit, then both", "guardrail-coverage", without(CANARY), without(CANARY, PROD), onBoth],
    [
      "an exempt role, then another",
      "guardrail-denial",
      exempting("old", "ops"),
      exempting("old", "dev"),
      exempting("old"),
    ],
    [
      "an exempt role, then two",
      "guardrail-denial",
      exempting("old", "ops"),
      exempting("old", "ops", "zoe"),
      exempting("old"),
    ],
    [
      "services that the words leave out",
      "guardrail-denial",
      denying("s3:*", "sns:*"),
      denying("s3:*"),
      denying(...SERVICES),
    ],
    [
      "a shorter time, then a shorter one",
      "log-retention",
      set(LOG_GROUP, { retention_in_days: 300 }),
      set(LOG_GROUP, { retention_in_days: 1 }),
      asItIs,
    ],
    ["who opens a role, then another", "role-trust", trusting("444444444444"), trusting("666666666666"), asItIs],
    ["who is told instead, then another", "subscribers", told("a@example.com"), told("b@example.com"), asItIs],
    ["a thing that no rule knows", "undecided-change", stranger("a.zip"), stranger("b.zip"), asItIs],
  ])("%s", (_name, rule, accepted, wider, first) => {
    const file = accepting(changed(accepted, first));
    const again = review(changed(accepted, first), file).json;
    expect([again.findings, again.accepted.length > 0]).toEqual([[], true]);
    const { json, markdown, reaches } = review(changed(wider, first), file);
    expect(json.findings.map((each) => each.rule)).toContain(rule);
    expect(reaches("low")).toBe(true);
    expect(markdown.text).toContain("what is found there is not what was accepted");
  });

  it("and where it is more severe", () => {
    const replaced = told("a@example.com");
    const file = accepting(changed(replaced));
    const { findings } = review(changed(without(LOW)), file).json;
    expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(["subscribers", "critical"]);
  });

  it("and where the policy denies more by then", () => {
    const file = accepting(changed(without(CANARY), exempting("ops")));
    expect(review(changed(without(CANARY), exempting("ops")), file).json.findings).toEqual([]);
    expect(rulesOf(review(changed(without(CANARY)), file))).toEqual(["guardrail-coverage"]);
  });
});

describe("what was accepted stays accepted", () => {
  const input = changed(without(CANARY));
  const file = accepting(input);
  const { units, accounts, knowledge } = input.organization;
  const inOrganization = (more: typeof accounts, isTurned = false) => {
    const all = [...accounts, ...more];
    return { ...input, organization: new Organization(units, isTurned ? all.reverse() : all, knowledge) };
  };
  const open = (other: ReviewInput) => review(other, file).json.findings;

  test.each([
    ["where nothing is another", input],
    ["in another order of the accounts", inOrganization([], true)],
    [
      "with an account more in the unit",
      inOrganization([{ id: "777777777777", name: "new", parent: "Workloads/Canary" }]),
    ],
    ["with an account more elsewhere", inOrganization([{ id: "777777777777", name: "new", parent: "Workloads/Prod" }])],
  ])("%s", (_name, other) => expect(open(other)).toEqual([]));

  it("but not with a unit more that loses it, below the same target", () => {
    const wider = changed((draft) => draft.remove(CANARY, PROD), onBoth);
    expect(rulesOf(review(wider, file))).toEqual(["guardrail-coverage"]);
  });

  it("in whatever order a policy lists what it lists", () => {
    const one = accepting(changed(exempting("ops", "zoe")));
    expect(review(changed(exempting("zoe", "ops")), one).json.findings).toEqual([]);
  });

  it("in every run, though each run has marks of its own for what is sensitive", () => {
    const print = (mark: string) =>
      fingerprintOf("stack-frame", { severity: "high", place: "a", words: `the state: (sensitive ${mark})` });
    expect(print("0a1b2c3d")).toBe(print("9f8e7d6c"));
    expect(print("0a1b2c3d")).not.toBe(print("no mark"));
  });

  it("at a place that the review does not show whole", () => {
    const ofPerson: Change = (draft) => draft.add('aws_lambda_function.x["a@example.com"]', { function_name: "x" });
    const one = accepting(changed(ofPerson));
    expect(one).toContain("[e-mail address]");
    expect(review(changed(ofPerson), one).json.findings).toEqual([]);
  });
});
