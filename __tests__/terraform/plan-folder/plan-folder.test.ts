import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPlanFolder, writePlanFolder } from "../../../terraform/plan-folder";
import { contents } from "./contents";

let root = "";
const folder = () => join(root, "plans");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "plan-folder-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Changes a file of the folder behind our back. */
const edit = (file: string, change: (manifest: Record<string, unknown>) => unknown): void => {
  const path = join(folder(), file);
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>)));
};

test("what is written is read back, and nothing lies beside it", () => {
  writePlanFolder(folder(), contents());
  const { manifest, organization, stacks } = readPlanFolder(folder());
  expect(manifest).toMatchObject({ version: 1, dirty: false, organization: "organization.json" });
  expect(organization).toEqual(contents().organization);
  expect(stacks.map(({ planFile, ...stack }) => ({ ...stack, plan: readFileSync(planFile ?? "") }))).toEqual(
    contents().stacks,
  );
  expect(readdirSync(root)).toEqual(["plans"]);
});

test("only the owner reads it: plans hold secrets", () => {
  writePlanFolder(folder(), contents());
  for (const entry of ["", ...readdirSync(folder(), { recursive: true, encoding: "utf8" })]) {
    const found = statSync(join(folder(), entry));
    expect([entry, found.mode & 0o777]).toEqual([entry, found.isDirectory() ? 0o700 : 0o600]);
  }
});

test("earlier plans are replaced as a whole", () => {
  writePlanFolder(folder(), contents());
  writePlanFolder(folder(), contents({ organization: undefined, stacks: contents().stacks.slice(1) }));
  expect(readdirSync(folder()).sort()).toEqual([".gitignore", "guardrails", "manifest.json"]);
  expect(readPlanFolder(folder()).organization).toBeUndefined();
});

test("a folder of something else is left alone, and so is what a link leads to", () => {
  mkdirSync(folder());
  writeFileSync(join(folder(), "precious.txt"), "");
  expect(() => writePlanFolder(folder(), contents())).toThrow(
    `the folder of the plans must be new, empty or one of earlier plans, which are replaced, got ${JSON.stringify(folder())}`,
  );
  symlinkSync(folder(), join(root, "link"));
  expect(() => writePlanFolder(join(root, "link"), contents())).toThrow("must be a folder of its own, and no link");
  expect(readdirSync(folder())).toEqual(["precious.txt"]);
});

test("nothing half-written is left behind, and the earlier plans stay", () => {
  writePlanFolder(folder(), contents());
  const [first] = contents().stacks;
  const broken = contents({ stacks: [{ ...first, name: "../elsewhere" } as NonNullable<typeof first>] });
  expect(() => writePlanFolder(folder(), broken)).toThrow(
    'manifest.json: stacks[0].name must be a stack\'s name, such as guardrails, got "../elsewhere"',
  );
  expect(readPlanFolder(folder()).stacks).toHaveLength(2);
  expect(readdirSync(root)).toEqual(["plans"]);
});

test("a folder without plans is refused", () => {
  expect(() => readPlanFolder(folder())).toThrow("it has no manifest.json");
});

test.each<[what: string, change: (manifest: Record<string, unknown>) => unknown, sentence: string]>([
  ["a later form", (all) => ({ ...all, version: 2 }), "manifest.json: version must be 1: plan again with the release"],
  ["no form", (all) => ({ ...all, version: undefined }), "manifest.json: version must be 1"],
  ["no object", () => null, "manifest.json: version must be 1"],
  ["something added", (all) => ({ ...all, extra: 1 }), 'manifest.json must be understood (Unrecognized key: "extra")'],
  ["a hash that is none", (all) => ({ ...all, configuration: "x" }), "configuration must be a SHA-256 in hexadecimal"],
  [
    "a file outside",
    (all) => ({ ...all, stacks: [{ ...(all["stacks"] as object[])[0], plan: "../../etc/passwd" }] }),
    'manifest.json: plan of root-access must be root-access/plan.tfplan, got "../../etc/passwd"',
  ],
  [
    "a stack twice",
    (all) => ({ ...all, stacks: [...(all["stacks"] as object[]), ...(all["stacks"] as object[])] }),
    'manifest.json: stacks must name each stack once, got "root-access"',
  ],
])("a manifest with %s is refused", (_what, change, sentence) => {
  writePlanFolder(folder(), contents());
  edit("manifest.json", change);
  expect(() => readPlanFolder(folder())).toThrow(sentence);
});

test.each(["organization.json", "guardrails/plan.json", "guardrails/cdk.tf.json"])(
  "a folder without %s is refused",
  (file) => {
    writePlanFolder(folder(), contents());
    rmSync(join(folder(), file));
    expect(() => readPlanFolder(folder())).toThrow(`${join(folder(), file)} must be there: plan again, got nothing`);
  },
);

test("a folder that was handed on without the plans themselves is read", () => {
  writePlanFolder(folder(), contents());
  rmSync(join(folder(), "guardrails", "plan.tfplan"));
  const { stacks } = readPlanFolder(folder());
  expect(stacks.map(({ planFile }) => planFile === undefined)).toEqual([false, true]);
});

test("a file that was cut off, and one behind a link, are refused", () => {
  writePlanFolder(folder(), contents());
  const file = join(folder(), "guardrails", "plan.json");
  writeFileSync(file, '{"format_version');
  expect(() => readPlanFolder(folder())).toThrow("plan.json must be whole JSON: plan again");
  rmSync(file);
  writeFileSync(join(root, "elsewhere.json"), "{}");
  symlinkSync(join(root, "elsewhere.json"), file);
  expect(() => readPlanFolder(folder())).toThrow("plan.json must lie in the folder, not behind a link");
  expect(existsSync(file)).toBe(true);
});

test("an organization that is not understood is refused", () => {
  writePlanFolder(folder(), contents());
  edit("organization.json", (all) => ({ ...all, accounts: [{ id: "1" }] }));
  expect(() => readPlanFolder(folder())).toThrow('organization.json: accounts[0].id must be an account\'s id, got "1"');
});
