import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { dispatch } from "../../../commands/contract/dispatch";
import { COMMANDS } from "../../../commands/registry";
import { withoutCredentials } from "../../support/without-credentials";
import { EXPECTED } from "./expected";

const ROOT = resolve(__dirname, "../../..");

/** Configurations that cannot be read, and what is said of them. */
const CONFIGURATIONS = [
  ["missing.ts", /BASELINE_CONFIG must name a file that exists, got "missing\.ts"/],
  ["empty.ts", /the configuration must export default defineConfig\(\{ … \}\)/],
] as const;

const STACK_TRACE = /^\s+at .+:\d+:\d+\)?$/m;

let folder = "";
let said: string[] = [];
const before = { cwd: process.cwd(), env: { ...process.env } };

/** The exit code, and all that was printed. Nothing that a person can do wrong may end in a stack trace. */
async function run(...args: readonly string[]): Promise<readonly [number, string]> {
  said = [];
  const code = await dispatch(COMMANDS, args);
  const text = said.join("\n");
  expect(text).not.toMatch(STACK_TRACE);
  return [code, text];
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "commands-"));
  process.chdir(folder);
  process.env.BASELINE_CONFIG = join(ROOT, "baseline.config.ts");
  // No test of the contract runs Terraform, which a synth does not need, or has credentials of AWS.
  process.env = { ...withoutCredentials(process.env), TERRAFORM_BINARY_NAME: "/nowhere/terraform" };
  jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const keep = (text: unknown) => {
    said.push(text instanceof Error ? (text.stack ?? text.message) : String(text));
  };
  jest.spyOn(console, "log").mockImplementation(keep);
  jest.spyOn(console, "error").mockImplementation(keep);
});

afterEach(() => {
  jest.restoreAllMocks();
  process.chdir(before.cwd);
  process.env = { ...before.env };
  rmSync(folder, { recursive: true });
});

test("this test speaks of every command", () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
});

describe("npm run baseline", () => {
  it.each([[[]], [["--help"]]])("lists every command: %j", async (args) => {
    const [code, text] = await run(...args);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) expect(text).toContain(`  ${name.padEnd(18)} ${summary}`);
  });

  it("refuses a command that does not exist", async () => {
    expect(await run("simulat")).toEqual([
      1,
      `command must be one of ${COMMANDS.map(({ name }) => name).join(", ")}, got "simulat"`,
    ]);
  });
});

describe.each(COMMANDS.map((command) => [command.name, command] as const))("%s", (name, command) => {
  const { withoutArguments, reads } = EXPECTED[name] ?? { withoutArguments: [0, /^$/] };

  it("answers --help, whatever stands beside it", async () => {
    expect(await run(name, "--help")).toEqual([0, command.help]);
    expect(await run(name, "--nosuch", "--help")).toEqual([0, command.help]);
    for (const option of Object.keys(command.options)) expect(command.help).toContain(`  --${option} `);
    for (const [code, meaning] of Object.entries(command.exitCodes))
      expect(command.help.replaceAll(/\s+/g, " ")).toContain(` ${code} ${String(meaning)}`);
  });

  it("says what it needs, or does its work, without arguments", async () => {
    const [code, text] = await run(name);
    expect([code, text]).toEqual([withoutArguments[0], expect.stringMatching(withoutArguments[1])]);
  });

  it("refuses an option that it does not have", async () => {
    const [code, text] = await run(name, "--nosuch");
    expect([code, text]).toEqual([1, expect.stringMatching(/^option must be one of (--.*)?--help, got "--nosuch"$/)]);
  });

  it("refuses an option that stands twice or has no value, and a word that it does not know", async () => {
    for (const [option, { takes }] of Object.entries(command.options)) {
      if (takes !== "nothing")
        expect(await run(name, `--${option}=`)).toEqual([1, expect.stringContaining("must have a value")]);
      else expect(await run(name, `--${option}=x`)).toEqual([1, `--${option} must have no value, got "x"`]);
      if (takes === "one")
        expect(await run(name, `--${option}=a`, `--${option}=b`)).toEqual([
          1,
          `--${option} must be given once, got ["a","b"]`,
        ]);
    }
  });

  test("says that a configuration is missing or empty, where it reads one", async () => {
    writeFileSync("empty.ts", "");
    for (const [file, sentence] of reads === undefined ? [] : CONFIGURATIONS) {
      process.env.BASELINE_CONFIG = file;
      expect(await run(name, ...(reads ?? []))).toEqual([1, expect.stringMatching(sentence)]);
    }
  });
});

describe.each([
  ["replay", "event"],
  ["root-sessions", "record of CloudTrail"],
])("a file that %s is given", (name, what) => {
  it.each([
    ["is missing", "missing.json", `${name} must get files and folders that exist, got "missing.json"`],
    [
      "is empty",
      "empty.json",
      `empty.json must hold at least one ${what} that can be read, got "empty.json: a file must hold events, got nothing"`,
    ],
    [
      "is an empty folder",
      ".",
      `. must hold at least one ${what} that can be read, got ".: a folder must hold files with events, got none"`,
    ],
  ])("%s", async (_what, path, sentence) => {
    if (path === "empty.json") writeFileSync(path, "");
    expect(await run(name, path)).toEqual([1, sentence]);
  });
});

test("docs --check says no by 2, and yes by 0", async () => {
  expect(await run("docs", "--check")).toEqual([
    2,
    expect.stringContaining("docs/guardrails.md must be as the catalogue says"),
  ]);
  await run("docs");
  expect(await run("docs", "--check")).toEqual([0, ""]);
});

test("a bug shows its stack trace", async () => {
  const run = () => Promise.reject(new TypeError("x is undefined"));
  const bug = { name: "bug", summary: "", help: "", options: {}, exitCodes: { 0: "", 1: "" }, run };
  expect(await dispatch([bug], ["bug"])).toBe(1);
  expect(said.join("\n")).toMatch(STACK_TRACE);
});
