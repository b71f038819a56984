import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runIn } from "../../../processes/run";
import { ANY_PROGRAM, pick } from "../../../processes/environment";

const ROOT = resolve(__dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "synth-"));
const alarms = join(folder, "stacks", "alarms", "cdk.tf.json");

afterAll(() => rmSync(folder, { recursive: true }));

/** What `npm run synth -- …` runs. */
const synth = (...args: readonly string[]) =>
  runIn({
    ...pick(process.env, ANY_PROGRAM),
    BASELINE_CONFIG: join(ROOT, "baseline.config.ts"),
    CDKTF_OUTDIR: folder,
  })(process.execPath, [join(ROOT, "synth.cjs"), ...args]);

test("what synth wrote passes --check; what somebody edited does not, and is left as it is", async () => {
  expect(await synth()).toMatchObject({ code: 0 });
  expect(await synth("--check")).toMatchObject({
    code: 0,
    output: expect.stringMatching(/is what the configuration synthesizes/) as unknown,
  });
  writeFileSync(alarms, readFileSync(alarms, "utf8").replace("us-east-2", "us-east-9"));
  const { mtimeMs } = statSync(alarms);
  const { code, output } = await synth("--check");
  expect([code, output]).toEqual([2, expect.stringContaining("provider.aws.management-us-east-9")]);
  expect(statSync(alarms).mtimeMs).toBe(mtimeMs);
});

test("--modules writes a module of every stack, and passes its own --check until somebody edits one", async () => {
  expect(await synth("--modules")).toMatchObject({ code: 0 });
  expect(await synth("--modules", "--check")).toMatchObject({ code: 0 });
  const page = join(folder, "modules", "guardrails", "README.md");
  writeFileSync(page, `${readFileSync(page, "utf8")}by hand\n`);
  const { code, output } = await synth("--modules", "--check");
  expect([code, output]).toEqual([2, expect.stringContaining(join("guardrails", "README.md"))]);
  expect(readFileSync(page, "utf8")).toContain("by hand");
});

test("an option that is not known is a mistake, not a synth", async () => {
  expect(await synth("--chekc")).toMatchObject({
    code: 1,
    output: 'option must be one of --check, --modules, --json, --help, got "--chekc"',
  });
});

test("the lines of docs/pipelines.md take the output, and nothing else, out of what git ignores", () => {
  const page = readFileSync(join(ROOT, "docs", "pipelines.md"), "utf8");
  const [, lines = ""] = /```gitignore\n([^]*?)```/.exec(page) ?? [];
  const repository = join(folder, "repository");
  mkdirSync(join(repository, "cdktf.out", "stacks", "alarms", ".terraform"), { recursive: true });
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: repository, encoding: "utf8" });
  git("init", "--quiet");
  const ours = readFileSync(join(ROOT, ".gitignore"), "utf8");
  writeFileSync(join(repository, ".gitignore"), ours.replace("cdktf.out/\n", lines));
  for (const file of ["cdk.tf.json", ".terraform.lock.hcl", "plan", "metadata.json", ".terraform/terraform.tfstate"])
    writeFileSync(join(repository, "cdktf.out", "stacks", "alarms", file), "");
  writeFileSync(join(repository, "cdktf.out", "manifest.json"), "");
  expect(git("ls-files", "--others", "--exclude-standard").trim().split("\n")).toEqual([
    ".gitignore",
    "cdktf.out/stacks/alarms/.terraform.lock.hcl",
    "cdktf.out/stacks/alarms/cdk.tf.json",
  ]);
});
