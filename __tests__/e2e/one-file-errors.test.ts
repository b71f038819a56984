import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { checkout } from "../support/synth-process";

// synth.cjs makes one file of main.ts. Whoever reads what it says must not notice. What it writes: one-file.test.ts.

const folder = mkdtempSync(join(tmpdir(), "org-baseline-one-file-"));
const CONFIG = JSON.stringify(join(checkout, "config"));

afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
};

/** What a run says, and how it ends. */
async function said(flags: readonly string[], env: NodeJS.ProcessEnv, cwd = checkout) {
  const child = spawn(process.execPath, flags, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CDKTF_OUTDIR: join(folder, "out"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, exitCode };
}

const asOneFile = (env: NodeJS.ProcessEnv) => said(["synth.cjs"], env);
const byModules = (env: NodeJS.ProcessEnv) => said(["--import", "tsx", "main.ts"], env);

const inside = file("inside.ts", ["export const a = 1;", "", 'throw new RangeError("too much");']);
const policy = file("policy.json", ['{ "Effect": "Allow",', '"Effect": "Deny" }']);
const written = file("written.ts", [
  `import { defineConfig } from ${CONFIG};`,
  "export default defineConfig({ name: 1 } as never);",
]);

test.each([
  ["syntax.ts", ["export default {", "  name: "], "line 2 must load without an error"],
  ["throws.ts", ["const a = 1;", 'throw new TypeError("no such thing");'], "line 2 must load without an error"],
  [
    "imports.ts",
    [`export { a as default } from ${JSON.stringify(inside)};`],
    'line 3 must load without an error, got "Ra',
  ],
  [
    "calls-us.ts",
    [`import { accountsIn } from ${CONFIG};`, "", "export default accountsIn(undefined as never);"],
    'line 3 must load without an error, got "TypeError',
  ],
  ["hands-on.ts", [`export { default } from ${JSON.stringify(written)};`], "written.ts has 14 problems"],
  [
    "key-twice.ts",
    ["export default {", '  name: "a",', '  name: "b",', "};"],
    'line 3 must hold each key once, got "name"',
  ],
  [
    "imports-a-key-twice.ts",
    [`import policy from ${JSON.stringify(policy)};`, "export default { policy };"],
    'policy.json, line 2 must hold each key once, got "Effect"',
  ],
  [
    "knows-our-errors.ts",
    [`import { ConfigurationError } from ${CONFIG};`, 'throw new ConfigurationError("mine", []);'],
    "mine has 0 problems",
  ],
])("says of %s what tsx says", async (name, lines, expected) => {
  const env = { BASELINE_CONFIG: file(name, lines) };
  const [one, many] = await Promise.all([asOneFile(env), byModules(env)]);
  expect(one).toEqual(many);
  expect(one).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringContaining(expected) as string });
});

test("the trace of an error of ours names file and line of the TypeScript", async () => {
  const env = { CDKTF_OUTDIR: join(inside, "no-folder") };
  const [one, many] = await Promise.all([asOneFile(env), byModules(env)]);
  const places = (stderr: string) => stderr.match(/[^\s(]+\/(stacks\/\S+|main)\.ts:\d+:\d+/g)?.slice(0, 2);
  expect(places(one.stderr)).toHaveLength(2);
  expect(places(one.stderr)).toEqual(places(many.stderr));
  expect([one.exitCode, one.stdout]).toEqual([1, many.stdout]);
});

test("a mistake in our own source is said by tsx, which loads what the one file cannot be made of", async () => {
  const copy = join(folder, "copy");
  for (const part of [
    "synth.cjs",
    "main.ts",
    "config",
    "catalogue",
    "proofs",
    "constructs",
    "package.json",
    "tsconfig.json",
  ])
    cpSync(join(checkout, part), join(copy, part), { recursive: true });
  symlinkSync(join(checkout, "node_modules"), join(copy, "node_modules"));
  const { stderr, exitCode } = await said(["synth.cjs"], {}, copy);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("Cannot find module './stacks'");
  expect(stderr).toContain(join(copy, "main.ts"));
});
