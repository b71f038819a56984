import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedSince } from "../../../commands/review/synthesis";

/** Stands for `synth.cjs`: writes one log group, whose days stand in the configuration where it runs. */
const SYNTH = `
const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
if (Object.keys(process.env).some((name) => name.startsWith("AWS_"))) throw new Error("credentials reached the synth");
const days = Number(readFileSync(process.env.BASELINE_CONFIG ?? "days.txt", "utf8"));
if (Number.isNaN(days)) throw new Error("no number of days");
const folder = process.env.CDKTF_OUTDIR + "/stacks/audit-trail";
mkdirSync(folder, { recursive: true });
const stacks = { "audit-trail": { dependencies: [] } };
writeFileSync(process.env.CDKTF_OUTDIR + "/manifest.json", JSON.stringify({ stacks }));
const group = { name: "trail", retention_in_days: days };
writeFileSync(folder + "/cdk.tf.json", JSON.stringify({ resource: { aws_cloudwatch_log_group: { trail: group } } }));
`;

const before = { cwd: process.cwd(), env: { ...process.env } };
let folder = "";

const git = (...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
    cwd: folder,
    stdio: "pipe",
  }).toString();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "review-synth-"));
  git("init", "--quiet", "--initial-branch=main");
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "synth.cjs"), SYNTH);
  writeFileSync(join(folder, "days.txt"), "365");
  git("add", "synth.cjs", "days.txt");
  git("commit", "--quiet", "-m", "first");
  process.chdir(folder);
  delete process.env["BASELINE_CONFIG"];
  process.env["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE";
});

afterEach(() => {
  process.chdir(before.cwd);
  process.env = { ...before.env };
  rmSync(folder, { recursive: true });
});

const days = async (ref: string) =>
  (await changedSince(ref)).changes.map(({ action, before: was, after: is }) => [
    action,
    was?.values["retention_in_days"],
    is?.values["retention_in_days"],
  ]);

test("each commit is synthesized with its own configuration, without credentials, and leaves no checkout behind", async () => {
  writeFileSync("days.txt", "30");
  expect(await days("main")).toEqual([["update", 365, 30]]);
  expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
});

test("a configuration that BASELINE_CONFIG names is each checkout's own, and none outside", async () => {
  writeFileSync("days.txt", "30");
  process.env["BASELINE_CONFIG"] = join(folder, "days.txt");
  expect(await days("main")).toEqual([["update", 365, 30]]);
  process.env["BASELINE_CONFIG"] = join(before.cwd, "baseline.config.ts");
  await expect(changedSince("main")).rejects.toThrow("BASELINE_CONFIG must lie in the checkout");
});

test("a commit that is none, and a tree that does not synthesize, are told", async () => {
  await expect(changedSince("nosuch")).rejects.toThrow("--synth must name a branch, tag or commit of this repository");
  writeFileSync("days.txt", "many");
  await expect(changedSince("main")).rejects.toThrow(/synth of the working tree[^]*no number of days/);
  expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
});
