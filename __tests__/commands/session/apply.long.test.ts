import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { change, Workplace, type Behaviour } from "./workplace";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.end());
afterAll(() => Workplace.close());

const NO_LIVE = "--no-organization";
const POLICY = "aws_organizations_policy.deny";
const update = (before: object, after: object, more: object = {}) =>
  change(POLICY, ["update"], { before, after, ...more });
const changes = (...resource_changes: readonly object[]) => ({ changes: { resource_changes } });
const REVIEWED = changes(update({ content: "a", arn: "x" }, { content: "b", arn: "x" }));

/** Plans, and lets the live organization be another when it is planned again. */
async function reviewed(then: Behaviour, now: Behaviour): Promise<void> {
  place.behave(then);
  expect(await place.run("plan", NO_LIVE)).toMatchObject({ code: 2 });
  place.behave(now);
}

const edit = (file: string, from: string | RegExp, to: string): void => {
  const path = join(place.folder, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
};

test("applies the new plans where they are the reviewed ones, each stack after those that it depends on", async () => {
  const alike = { alarms: REVIEWED, "audit-trail": REVIEWED, "threat-detection": REVIEWED };
  await reviewed(alike, alike);
  const { code, out } = await place.run("apply", "--yes");
  expect([code, out]).toEqual([0, expect.stringContaining("Applied: audit-trail, alarms, threat-detection.")]);
  expect(place.calls("apply").map((call) => call.split(" ")[0])).toEqual(["audit-trail", "alarms", "threat-detection"]);
  // What is applied is the plan that was compared, not the one of the review.
  expect(place.calls("apply")[0]).not.toContain(join(place.folder, "plans"));
});

test("what AWS computes, the order of changes and what stays as it is are no difference", async () => {
  const [a, b] = [
    change("aws_iam_role.a", ["create"], { after: { name: "a" } }),
    update({ v: 1, time: 1, c: 1 }, { v: 1, c: 2 }, { after_unknown: { time: true } }),
  ];
  await reviewed(
    { alarms: changes(a, b) },
    { alarms: changes(update({ v: 9, time: 2, c: 1 }, { c: 2, v: 9 }, { after_unknown: { time: true } }), a) },
  );
  expect(await place.run("apply", "--yes", "--json")).toMatchObject({
    code: 0,
    out: expect.stringContaining('"alarms"') as unknown,
  });
});

test("shows the difference of each stack and applies nothing where the changes are others", async () => {
  const secret = { before: { key: "old" }, after: { key: "first" }, after_sensitive: { key: true } };
  await reviewed(
    { guardrails: REVIEWED, alarms: changes(change("aws_sns_topic.a", ["update"], secret)), "root-access": REVIEWED },
    {
      guardrails: changes(
        update({ content: "other" }, { content: "b" }),
        change("aws_iam_role.new", ["delete"], { before: { name: "r" }, after: null }),
      ),
      alarms: changes(change("aws_sns_topic.a", ["update"], { ...secret, after: { key: "second" } })),
      "root-access": REVIEWED,
    },
  );
  const { code, out } = await place.run("apply", "--yes");
  expect(code).toBe(2);
  expect(out).toContain(`guardrails: the changes are not the reviewed ones
  aws_iam_role.new: reviewed: nothing; now: delete
  ${POLICY}: reviewed: update; now: update
    content
      reviewed: "a" → "b"
      now:      "other" → "b"`);
  expect(out).toContain("    key\n      reviewed: (sensitive)\n      now:      (sensitive)");
  expect(out).not.toMatch(/first|second|root-access/);
  expect(out).toContain("Nothing was applied. Plan and review again.");
  expect(place.calls("apply")).toEqual([]);
});

test("a stack that would change and was reviewed without a change is refused", async () => {
  await reviewed({ alarms: REVIEWED }, { alarms: REVIEWED, guardrails: REVIEWED });
  const { code, out } = await place.run("apply", "--yes", "--json");
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ applied: [], differences: [{ name: "guardrails" }] });
});

test("a stack in which nothing is left to change is passed over", async () => {
  await reviewed({ guardrails: REVIEWED, alarms: REVIEWED }, { alarms: REVIEWED });
  expect(await place.run("apply", "--yes")).toMatchObject({
    code: 0,
    out: expect.stringContaining("Applied: alarms.") as unknown,
  });
  place.behave({});
  expect(await place.run("apply", "--yes")).toMatchObject({
    code: 0,
    out: expect.stringContaining("Nothing is left to apply.") as unknown,
  });
});

test("ends with the first stack that fails, in Terraform's own words", async () => {
  const failing = { ...REVIEWED, apply: { code: 1, text: "│ Error: AccessDenied: no" } };
  await reviewed(
    { "audit-trail": REVIEWED, "root-access": REVIEWED, alarms: REVIEWED },
    { "audit-trail": failing, "root-access": REVIEWED, alarms: REVIEWED },
  );
  const { code, out, err } = await place.run("apply", "--yes");
  expect(code).toBe(1);
  expect(out).toContain("Applied: root-access.\nNot begun: alarms.");
  expect(err).toContain("audit-trail: terraform apply ended with exit code 1:\n\n│ Error: AccessDenied: no");
});

test("a stack that can no longer be planned is a failure, and nothing is applied", async () => {
  await reviewed(
    { guardrails: REVIEWED },
    { guardrails: REVIEWED, alarms: { plan: { code: 1, text: "Error: gone" } } },
  );
  const { code, err } = await place.run("apply", "--yes");
  expect([code, err]).toEqual([
    1,
    expect.stringContaining("alarms: terraform plan ended with exit code 1:\n\nError: gone"),
  ]);
  expect(place.calls("apply")).toEqual([]);
});

test("says which of configuration, tool and provider is not the reviewed one", async () => {
  await reviewed({ guardrails: REVIEWED }, { guardrails: REVIEWED, tool: "OpenTofu v1.11.1" });
  edit("plans/guardrails/cdk.tf.json", '"resource"', '"resources"');
  edit("plans/manifest.json", /"configuration": "\w+"/, `"configuration": "${"0".repeat(64)}"`);
  const { code, out } = await place.run("apply", "--yes");
  expect(code).toBe(2);
  expect(out).toContain("the tool must be terraform 1.11, as in the review, got OpenTofu 1.11.1");
  expect(out).toContain("what is synthesized for guardrails must be what was reviewed: plan and review again");
  expect(place.calls("plan")).toEqual([]);
});

test("a provider of another version than the reviewed one is refused; the reviewed lock file prevents it", async () => {
  await reviewed({ guardrails: REVIEWED }, { guardrails: REVIEWED, provider: "6.40.0" });
  rmSync("cdktf.out", { recursive: true });
  expect(await place.run("apply", "--yes")).toMatchObject({ code: 0 });
  for (const stack of ["root-access", "guardrails", "alarms", "audit-trail", "threat-detection"])
    rmSync(join("plans", stack, "lock.hcl"));
  rmSync("cdktf.out", { recursive: true });
  const { code, out } = await place.run("apply", "--yes");
  expect([code, out]).toEqual([
    2,
    expect.stringContaining(
      "the provider registry.terraform.io/hashicorp/aws must be 5.100.0, as in the review, got 6.40.0",
    ),
  ]);
});

test("asks nobody under CI, and refuses a folder that is none before anything runs", async () => {
  expect(await place.run("apply")).toMatchObject({
    code: 1,
    err: expect.stringContaining("--yes must be given where nobody can be asked") as unknown,
  });
  expect(await place.run("apply", "--yes")).toMatchObject({
    code: 1,
    err: expect.stringContaining("it has no manifest.json") as unknown,
  });
  expect(await place.run("apply", "a", "b")).toMatchObject({
    code: 1,
    err: 'apply must get 1 operand at most (see --help), got "a b"',
  });
  expect(place.calls("version")).toEqual([]);
  expect(await place.run("plan", "guardrails", NO_LIVE)).toMatchObject({ code: 0 });
  cpSync("plans", "copied", { recursive: true });
  expect(await place.run("apply", "copied", "--yes")).toMatchObject({ code: 0 });
});
