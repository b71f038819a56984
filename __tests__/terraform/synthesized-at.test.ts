import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesizedAt } from "../../terraform/synthesized-at";

/** Writes one stack: the configuration that it is told to read, and its own second line. */
const SYNTH = `
const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const out = process.env.CDKTF_OUTDIR;
const text = readFileSync(process.env.BASELINE_CONFIG ?? "baseline.config.ts", "utf8");
if (text === "broken") throw new Error("synth broke");
mkdirSync(out + "/stacks/alarms", { recursive: true });
writeFileSync(out + "/manifest.json", JSON.stringify({ stacks: { alarms: { dependencies: [] } } }));
writeFileSync(out + "/stacks/alarms/cdk.tf.json", JSON.stringify({ text, home: process.env.SYNTH_SAYS }));
`;

const root = mkdtempSync(join(tmpdir(), "synthesized-at-"));
const before = process.cwd();
const git = (...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { encoding: "utf8" });

/** A repository whose project lies in a folder of it, with one commit for each of these configurations. */
beforeAll(() => {
  mkdirSync(join(root, "repository", "project", "node_modules"), { recursive: true });
  process.chdir(join(root, "repository", "project"));
  git("init", "--quiet", "..");
  writeFileSync("synth.cjs", SYNTH);
  for (const text of ["broken", "first", "second"]) {
    writeFileSync("baseline.config.ts", text);
    git("add", "synth.cjs", "baseline.config.ts");
    git("commit", "--quiet", "-m", text);
  }
  writeFileSync("baseline.config.ts", "not committed");
  writeFileSync(join(root, "elsewhere.ts"), "elsewhere");
});
afterAll(() => {
  process.chdir(before);
  rmSync(root, { recursive: true });
});

const at = async (ref: string, configFile?: string) =>
  JSON.parse(
    (await synthesizedAt({ ref, option: "--changed", configFile, synthEnv: { SYNTH_SAYS: "hello" } })).get("alarms") ??
      "null",
  ) as unknown;

test("code and configuration are those of the commit", async () => {
  expect(await at("HEAD")).toEqual({ text: "second", home: "hello" });
  expect(await at("HEAD~1")).toEqual({ text: "first", home: "hello" });
  expect(await at("HEAD~1", "baseline.config.ts")).toMatchObject({ text: "first" });
  expect(await at("HEAD~1", join(process.cwd(), "baseline.config.ts"))).toMatchObject({ text: "first" });
});

test("a configuration outside of the checkout is the same for every commit", async () => {
  expect(await at("HEAD~1", join("..", "..", "elsewhere.ts"))).toMatchObject({ text: "elsewhere" });
});

test("what is no commit, and a commit that cannot be synthesized, are told; nothing is left behind", async () => {
  await expect(at("nosuch")).rejects.toThrow(
    '--changed must name a branch, tag or commit of this repository, got "nosuch: fatal: invalid reference: nosuch"',
  );
  await expect(at("HEAD~2")).rejects.toThrow(/^synth of HEAD~2 ended with exit code 1:[^]*synth broke/);
  expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
  expect(readdirSync(".").sort()).toEqual(["baseline.config.ts", "node_modules", "synth.cjs"]);
  expect(existsSync("cdktf.out")).toBe(false);
});
