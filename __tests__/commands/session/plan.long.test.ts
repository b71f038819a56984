import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPlanFolder } from "../../../terraform/plan-folder";
import { change, Workplace } from "./workplace";

const STACKS = ["root-access", "audit-trail", "alarms", "guardrails", "threat-detection"];
const NO_LIVE = "--no-organization";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.end());
afterAll(() => Workplace.close());

const policy = { resource_changes: [change("aws_organizations_policy.deny", ["update"])] };
const plans = () => readPlanFolder(join(place.folder, "plans"));

test("plans every stack into a folder, and ends with 0 where nothing would change", async () => {
  const { code, out, err } = await place.run("plan", NO_LIVE);
  expect(code).toBe(0);
  expect(out).toContain("stack             add  change  destroy  import  replace\nroot-access       0    0");
  expect(out).toContain("The organization was not read");
  expect(err).toMatch(/threat-detection: done/);
  expect(err).toContain("warning: terraform.backend: the state lies on one machine");
  const { manifest, stacks, organization } = plans();
  expect(stacks.map(({ name }) => name)).toEqual(STACKS);
  expect(organization).toBeUndefined();
  expect(manifest).toMatchObject({
    commit: null,
    dirty: false,
    tool: { name: "terraform", version: "1.11.4" },
    provider: { "registry.terraform.io/hashicorp/aws": "5.100.0" },
    configuration: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    lockFile: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
  });
  // A plan of a part would look like a plan of the whole; variables are the pipeline's own.
  const called = place.calls("plan").map((call) => call.replace(/-out=\S+/, "-out=…"));
  expect(called.sort()).toEqual(
    [...STACKS].sort().map((stack) => `${stack} plan -input=false -detailed-exitcode -out=… TF_VAR_role`),
  );
});

test("ends with 2 where something would change, plans the named stacks alone, and answers in JSON", async () => {
  place.behave({ guardrails: { changes: policy } });
  const { code, out } = await place.run("plan", "guardrails", NO_LIVE, "--json", "--no-lock", "--out=mine");
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    folder: "mine",
    stacks: [{ name: "guardrails", changes: { add: 0, change: 1 } }],
    failed: [],
    existing: null,
  });
  expect(place.calls("plan")).toEqual([expect.stringMatching(/^guardrails plan .*-lock=false/)]);
  expect(readPlanFolder("mine").stacks.map(({ name }) => name)).toEqual(["guardrails"]);
});

test("every stack that fails says why, in Terraform's own words and in full, and no folder is written", async () => {
  const many = Array.from({ length: 90 }, (_, index) => `│ Error: condition ${index}`).join("\n");
  place.behave({
    "root-access": { init: { code: 1, text: "Error: Failed to install provider" } },
    alarms: { plan: { code: 1, text: `Planning failed.\n${many}` } },
    guardrails: { changes: policy },
    "threat-detection": { show: { code: 1, text: "Error: no such plan" } },
  });
  const { code, out, err } = await place.run("plan", NO_LIVE);
  expect(code).toBe(1);
  expect(err).toContain("root-access: terraform init ended with exit code 1:\n\nError: Failed to install provider");
  expect(err).toContain("alarms: terraform plan ended with exit code 1:\n\n│ Error: condition 0");
  expect(err).toContain("│ Error: condition 89");
  expect(err).toContain("threat-detection: terraform show ended with exit code 1:\n\nError: no such plan");
  expect(out).toMatch(/^guardrails {8}0 {7}1/m);
  expect(out).toMatch(/^alarms {12}failed$/m);
  expect(place.has("plans")).toBe(false);
});

test("a plan of a part, or of a form that is not known, is a failure", async () => {
  place.behave({
    alarms: { changes: { ...policy, complete: false } },
    guardrails: { changes: { ...policy, format_version: "2.0" } },
    "root-access": { changes: { resource_changes: [change("aws_iam_role.a", ["dissolve"])] } },
  });
  const { code, err } = await place.run("plan", NO_LIVE);
  expect(code).toBe(1);
  expect(err).toContain("alarms: a plan must be complete");
  expect(err).toContain(
    'guardrails: the JSON of a plan must have format_version 1.x, as Terraform\'s plans have, got "2.0"',
  );
  expect(err).toMatch(/root-access: the actions on aws_iam_role.a must be among create, .*, got \["dissolve"\]/);
});

test("an organization that cannot be read is a failure with a way out, beside those of the stacks", async () => {
  place.behave({ alarms: { plan: { code: 1, text: "Error: no" } } });
  const { code, err } = await place.run("plan");
  expect(code).toBe(1);
  expect(err).toContain("alarms: terraform plan ended with exit code 1:\n\nError: no");
  expect(err).toMatch(
    /organization: AWS credentials must be found \(AWS_PROFILE, or what the pipeline sets\), got .*\(--no-organization plans without it\)/,
  );
  expect(place.has("plans")).toBe(false);
});

test("what is asked is checked before anything runs", async () => {
  writeFileSync("precious.txt", "");
  expect(await place.run("plan", "--out=.")).toMatchObject({
    code: 1,
    err: expect.stringContaining("be new, empty or") as unknown,
  });
  expect(await place.run("plan", "--at-once=0")).toMatchObject({
    code: 1,
    err: expect.stringContaining('--at-once must be a number from 1 to 99, got "0"') as unknown,
  });
  expect(await place.run("plan", "--changed=--force")).toMatchObject({
    code: 1,
    err: '--changed must be a branch, tag or commit, got "--force"',
  });
  expect(place.calls("version")).toEqual([]);
  const { code, err } = await place.run("plan", "guardrail", NO_LIVE);
  expect(code).toBe(1);
  expect(err).toContain(`a stack must be one of ${STACKS.join(", ")}, got "guardrail"`);
  expect(place.calls("init")).toEqual([]);
});

test("the configuration that is named is the one that is synthesized; its mistakes are told", async () => {
  writeFileSync("mine.config.ts", "throw new Error('not today');\n");
  const { code, err } = await place.run("plan", NO_LIVE, "--config=mine.config.ts");
  expect([code, err]).toEqual([1, expect.stringContaining('must load without an error, got "not today"')]);
});

test("settings of the backend reach init, and a locked init changes no lock file", async () => {
  writeFileSync("backend.hcl", "");
  await place.run(
    "plan",
    "guardrails",
    NO_LIVE,
    "--backend-config=backend.hcl",
    "--backend-config=key=value",
    "--locked",
  );
  const [init] = place.calls("init");
  expect(init).toContain(
    `-backend-config=${join(place.folder, "backend.hcl")} -backend-config=key=value -lockfile=readonly`,
  );
});

test("all stacks choose one provider: the others have the first one's lock file", async () => {
  await place.run("plan", "root-access", "guardrails", NO_LIVE);
  const locks = ["root-access", "guardrails"].map((stack) =>
    readFileSync(join(place.folder, "cdktf.out", "stacks", stack, ".terraform.lock.hcl"), "utf8"),
  );
  expect(locks[1]).toBe(locks[0]);
  writeFileSync(
    join(place.folder, "cdktf.out", "stacks", "guardrails", ".terraform.lock.hcl"),
    locks[0]?.replace("5.100.0", "6.40.0") ?? "",
  );
  const { code, err } = await place.run("plan", "root-access", "guardrails", NO_LIVE);
  expect([code, err]).toEqual([
    1,
    expect.stringContaining("must be one for all stacks: give them one .terraform.lock.hcl"),
  ]);
});
