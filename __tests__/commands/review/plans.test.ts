import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedByPlans } from "../../../commands/review/plans";
import { reviewed } from "../../../review";
import { writePlanFolder } from "../../../terraform/plan-folder";
import { contents } from "../../terraform/plan-folder/contents";

const root = mkdtempSync(join(tmpdir(), "review-plans-"));
afterAll(() => rmSync(root, { recursive: true }));

/** What a review makes of plans that are all this JSON. */
function changes(json: object) {
  const folder = join(mkdtempSync(join(root, "case-")), "plans");
  const { stacks } = contents();
  writePlanFolder(folder, contents({ stacks: stacks.map((stack) => ({ ...stack, json: JSON.stringify(json) })) }));
  return changedByPlans(folder).changes;
}

const KEY = { aws_kms_key: { key: { lifecycle: { prevent_destroy: true } } } };
const LIVE = {
  live: {
    lifecycle: {
      postcondition: [
        {
          condition: '${self.master_account_id == "111111111111"}',
          error_message: "the account must be ours, got another",
        },
      ],
    },
  },
};

/** What is found where a base has guards that are gone from what was planned. */
function found(base: ReadonlyMap<string, string> | undefined) {
  const folder = join(mkdtempSync(join(root, "case-")), "plans");
  const { stacks } = contents();
  const synthesized = JSON.stringify({ resource: { aws_kms_key: { key: {} } } });
  writePlanFolder(folder, contents({ base, stacks: stacks.map((stack) => ({ ...stack, synthesized })) }));
  return reviewed(changedByPlans(folder), { title: "Review", risks: [], today: new Date() });
}

test("what plans do not hold is compared with the base: a condition and a prevent_destroy that are gone are found", () => {
  const base = JSON.stringify({ resource: KEY, data: { aws_organizations_organization: LIVE } });
  const { json, markdown } = found(new Map([["guardrails", base]]));
  expect(json.findings.map(({ rule, place }) => [rule, place])).toEqual([
    ["plan-guard", "guardrails: data.aws_organizations_organization.live"],
    ["destroy-guard", "guardrails: aws_kms_key.key"],
  ]);
  expect(json.notCompared).toEqual([]);
  expect(markdown.text).not.toContain("Not compared");
});

test("without a base, the review says what it could not compare", () => {
  const { json, markdown } = found(undefined);
  expect(json.findings).toEqual([]);
  expect(json.notCompared).toEqual([
    expect.stringMatching(/^conditions .* of `root-access`, `guardrails`: the plans were made/),
  ]);
  expect(markdown.text).toContain("## Not compared\n\n- Conditions such as the account pin, prevent\\_destroy, ");
});

const RUNS = { mode: "managed", type: "aws_kms_key", name: "key", provisioners: [{ type: "local-exec" }] };
const STAYS = { address: "aws_kms_key.key", ...RUNS, change: { actions: ["no-op"], before: {}, after: {} } };

test.each([
  ["of a stack", { resources: [RUNS] }, "aws_kms_key.key"],
  ["of a module", { module_calls: { inner: { module: { resources: [RUNS] } } } }, "module.inner.aws_kms_key.key"],
])("code that runs with a resource %s is found without a base", (_name, root_module, address) => {
  const folder = join(mkdtempSync(join(root, "case-")), "plans");
  const [stack] = contents().stacks;
  if (stack === undefined) throw new Error("no stack");
  const json = JSON.stringify({ format_version: "1.2", resource_changes: [STAYS], configuration: { root_module } });
  writePlanFolder(folder, contents({ stacks: [{ ...stack, json }] }));
  const { json: found } = reviewed(changedByPlans(folder), { title: "Review", risks: [], today: new Date() });
  expect(found.findings.map(({ rule, severity, place }) => [rule, severity, place])).toEqual([
    ["pipeline-code", "high", `${stack.name}: ${address}`],
  ]);
});

test("with a base, code that ran before is not found, and what comes is", () => {
  const folder = join(mkdtempSync(join(root, "case-")), "plans");
  const [stack] = contents().stacks;
  if (stack === undefined) throw new Error("no stack");
  const run = [{ "local-exec": { command: "id" } }];
  const synthesized = JSON.stringify({ resource: { aws_kms_key: { key: { provisioner: run } } } });
  const configuration = { root_module: { resources: [RUNS] } };
  const json = JSON.stringify({ format_version: "1.2", resource_changes: [STAYS], configuration });
  const rules = (base: string) => {
    writePlanFolder(
      folder,
      contents({ base: new Map([[stack.name, base]]), stacks: [{ ...stack, json, synthesized }] }),
    );
    const { json: found } = reviewed(changedByPlans(folder), { title: "Review", risks: [], today: new Date() });
    return found.findings.map(({ rule }) => rule);
  };
  expect(rules(synthesized)).toEqual([]);
  expect(rules(JSON.stringify({ resource: { aws_kms_key: { key: {} } } }))).toEqual(["pipeline-code"]);
});

const HELD = { values: { root_module: { child_modules: [{ resources: [STAYS] }] } } };

test("of what is made as often as Terraform works out, a whole plan may hold none", () => {
  const resources = [{ ...RUNS, provisioners: [], count_expression: { constant_value: 0 } }];
  expect(changes({ format_version: "1.2", configuration: { root_module: { resources } } })).toEqual([]);
});

test("a plan that changes nothing is no change", () => expect(changes({ format_version: "1.2" })).toEqual([]));

test.each([
  ["of a part", { format_version: "1.2", complete: false }, /a plan must be complete/],
  ["that failed", { format_version: "1.2", errored: true }, /a plan must be complete/],
  ["of another form", { format_version: "2.0" }, /must have format_version 1\.x/],
  [
    "of a part, by a tool that does not say so",
    { format_version: "1.2", prior_state: HELD },
    /left out.*aws_kms_key.key/,
  ],
  [
    "of a part, of what is not there yet",
    { format_version: "1.2", configuration: { root_module: { resources: [RUNS] } } },
    /left out.*aws_kms_key.key/,
  ],
  [
    "that only reads",
    { format_version: "1.2", complete: true, resource_drift: [STAYS], prior_state: HELD },
    /a plan must be of the whole stack, without -target and -refresh-only/,
  ],
  ["that calls actions", { format_version: "1.2", action_invocations: [{}] }, /call no actions of a provider/],
  ["that defers changes", { format_version: "1.2", deferred_changes: [{}] }, /none may be deferred, got 1/],
])("a plan %s is refused: what it does not hold would look like nothing", (_name, json, says) =>
  expect(() => changes(json)).toThrow(says),
);
