import { reviewed, type ReviewInput } from "../../review";
import { Draft, plansFrom, UNKNOWN } from "./draft";

const TODAY = new Date("2026-11-30");
const review = (input: ReviewInput) => reviewed(input, { title: "Review of the plans", risks: [], today: TODAY });

const before = new Draft();

test("a review begins with what is worst, and says why", () => {
  const after = before
    .copy()
    .remove('aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]')
    .set("aws_cloudwatch_log_group.trail-log-group_log-group", { retention_in_days: 30 });
  const { text } = review(plansFrom(before, after)).markdown;
  expect(text.split("\n").slice(0, 10)).toEqual([
    "# Review of the plans",
    "",
    "**1 critical, 1 high**.",
    "",
    "## Critical",
    "",
    "- `deny-root-user` no longer covers `Workloads/Canary` (1 account)",
    "",
    "## High",
    "",
  ]);
  expect(text).toMatch(
    /^`guardrail-coverage` at `guardrails: aws_organizations_policy\.deny-root-user`, fingerprint `[0-9a-f]{32}`$/m,
  );
  expect(text).toContain("whoever holds the permissions");
});

test.each([
  ["an attachment", 'aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]'],
  ["the policy of one topic of several", "aws_sns_topic_policy.critical_policy"],
])("%s that goes is not another one that stays", (_what, address) => {
  const { text } = review(plansFrom(before, before.copy().remove(address))).markdown;
  expect(text).not.toContain("another address");
  expect(text).not.toContain("Nothing weakens the protection");
});

test("what is harmless is said to be", () => {
  const after = before
    .copy()
    .rename("aws_sns_topic.low_topic", "aws_sns_topic.renamed", true)
    .set("aws_kms_key.trail-encryption_key", { tags: { Owner: "x" } });
  const { text } = review(plansFrom(before, after)).markdown;
  expect(text).toContain("**Nothing weakens the protection**.");
  expect(text).toContain("`aws_sns_topic.low_topic` → `aws_sns_topic.renamed`");
  expect(text).toContain("1 resource changes its tags or its description alone");
});

test("a change that strengthens is said to, in the same words", () => {
  const address = 'aws_organizations_policy_attachment.deny-root-user["Workloads/Prod"]';
  const policy = before.get("aws_organizations_policy.deny-root-user")["id"];
  const after = before.copy().add(address, { policy_id: policy, target_id: "Workloads/Prod" });
  expect(review(plansFrom(before, after)).markdown.text).toContain(
    "- `deny-root-user` now covers `Workloads/Prod` (2 accounts)",
  );
});

/** What a page shows as Markdown or HTML: all but code, which runs of as many ticks begin and end. */
const outsideOfCode = (line: string): string => line.replace(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, "");

test.each(["``<img src=x>", "x``<img src=x>``", "<img src=x>``", "``` <img src=x> `", "x`<img src=x>`y"])(
  "ticks in a name, %s, end no code of ours and begin none",
  (name) => {
    const trust = { Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }] };
    const after = before.copy().add("aws_iam_role.x", { name, assume_role_policy: JSON.stringify(trust) });
    const lines = review(plansFrom(before, after)).markdown.text.split("\n");
    expect(lines.filter((line) => line.includes("img src=x")).length).toBeGreaterThan(1);
    for (const line of lines) expect(outsideOfCode(line)).not.toContain("<img");
  },
);

test("names cannot write Markdown or HTML, and nobody's address is printed", () => {
  const hostile = 'x`\n# All clear <img src="x"> @everyone [a](https://evil.example.com/t?k=secret)';
  const prefixed = before.copy().set("aws_cloudtrail.organization-trail_trail", { s3_key_prefix: "logs" });
  const after = prefixed
    .copy()
    .set("aws_cloudtrail.organization-trail_trail", { s3_key_prefix: `${hostile} mallory@example.com +1-555-0100 99` })
    .set("aws_account_alternate_contact.security-contact", { email_address: "mallory@example.com" });
  const { markdown, json } = review(plansFrom(prefixed, after));
  expect(markdown.text).toContain("All clear");
  for (const text of [markdown.text, JSON.stringify(json)])
    expect(text).not.toMatch(/mallory|555-0100|evil|secret|security@example/);
  expect(markdown.text).not.toMatch(/^# All clear/m);
  expect(markdown.text).not.toContain("<img");
});

test("a review is never longer than a comment may be, and what is cut stands in the whole", () => {
  const after = before.copy();
  for (let number = 0; number < 900; number += 1)
    after.add(`aws_lambda_function.unheard-of-${number}`, { name: `function-${number}` });
  after.remove('aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]');
  const { text, full, isCut } = review(plansFrom(before, after)).markdown;
  expect(isCut).toBe(true);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain("- `deny-root-user` no longer covers");
  expect(text).toMatch(/in the artifact/);
  expect(full).toContain("function-899");
});

test("a first deployment weakens nothing, and nothing of it is undecided", () => {
  const { reaches } = review(plansFrom(new Draft(new Map()), before));
  expect(reaches("high")).toBe(false);
});

test("what was known and is known only after the apply is undecided", () => {
  const after = before.copy().set("aws_cloudtrail.organization-trail_trail", { is_multi_region_trail: UNKNOWN });
  expect(review(plansFrom(before, after)).markdown.text).toContain("could not be decided");
});
