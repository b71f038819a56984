import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPlanFolder, writePlanFolder } from "../../../terraform/plan-folder";
import { configuration } from "../../support/configuration";
import { synth } from "../../support/synth";
import { contents } from "./contents";

let root = "";
const folder = () => join(root, "plans");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "plan-folder-base-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const { guardrails } = synth(configuration()).stacks;
const BASE = new Map([
  ["guardrails", JSON.stringify(guardrails)],
  ["not-planned", "{}"],
]);

const saved = () =>
  JSON.parse(readFileSync(join(folder(), "guardrails", "base.json"), "utf8")) as Record<string, unknown>;

test("of a base, what a review reads is kept: what refuses, providers and the frame, of the planned stacks", () => {
  writePlanFolder(folder(), contents({ base: BASE }));
  const { stacks, manifest } = readPlanFolder(folder());
  expect(manifest.base).toMatch(/^[0-9a-f]{64}$/);
  expect(stacks.map(({ name, base }) => [name, base !== undefined])).toEqual([
    ["root-access", false],
    ["guardrails", true],
  ]);
  const { provider, terraform, check } = guardrails as unknown as Record<string, object>;
  const live = { lifecycle: { postcondition: expect.any(Array) as unknown } };
  expect(saved()).toMatchObject({
    ...{ provider, terraform, check },
    data: { aws_organizations_organization: { organization_live: live } },
  });
  // Policies are on both sides of the plan.
  expect(JSON.stringify(saved())).not.toContain("Statement");
});

test("a folder of a release that kept no base is read, and so is one that was compared with none", () => {
  writePlanFolder(folder(), contents());
  expect(readPlanFolder(folder()).manifest.base).toBeNull();
  const file = join(folder(), "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...manifest, base: undefined }));
  expect(readPlanFolder(folder()).manifest.base).toBeNull();
});

test.each<[what: string, change: (file: string) => void, says: string]>([
  ["that is gone", (file) => rmSync(file), "base.json of the stacks must be as it was written: plan again, got null"],
  ["that was edited", (file) => writeFileSync(file, "{}"), "base.json of the stacks must be as it was written"],
  ["that was cut off", (file) => writeFileSync(file, '{"check'), "base.json must be whole JSON: plan again"],
])("a base %s is refused: without it, what was loosened would look like nothing", (_what, change, says) => {
  writePlanFolder(folder(), contents({ base: BASE }));
  change(join(folder(), "guardrails", "base.json"));
  expect(() => readPlanFolder(folder())).toThrow(says);
});

test("a base that nobody wrote into the manifest is refused", () => {
  writePlanFolder(folder(), contents());
  writeFileSync(join(folder(), "guardrails", "base.json"), "{}");
  expect(() => readPlanFolder(folder())).toThrow("base.json of the stacks must be as it was written");
});
