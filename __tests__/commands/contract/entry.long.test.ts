import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../../..");

const baseline = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "commands/baseline.ts", ...args], { cwd: ROOT, encoding: "utf8" });

test("the entry runs the command and ends with its code, the mistake on the error output", () => {
  const { status, stdout, stderr } = baseline("simulate", "--matrix", "--action=s3:GetObject");
  expect([status, stdout, stderr]).toEqual([1, "", '--matrix must stand without --action, got "--matrix --action"\n']);
}, 60_000);

/** What a shell says of a command whose output goes somewhere; `$?` is of the command. */
const inShell = (command: string) =>
  spawnSync(
    "bash",
    ["-c", `set -o pipefail; baseline() { "${process.execPath}" --import tsx commands/baseline.ts "$@"; }; ${command}`],
    {
      cwd: ROOT,
      encoding: "utf8",
    },
  );

const DENIED = "simulate --account=444444444444 --principal=root --action=iam:CreateAccessKey";

test.each([
  ["management-policy --exempt=arn:aws:iam::111111111111:role/Pipeline", 0],
  [DENIED, 2],
])(
  "a reader that leaves early is no failure, and takes no answer away: %s",
  (command, code) => {
    const { status, stderr } = inShell(`baseline ${command} | true`);
    expect([status, stderr]).toEqual([code, ""]);
  },
  60_000,
);

// Only there a device is always full.
const onLinux = process.platform === "linux" ? test : test.skip;

onLinux(
  "a full disk behind the output is a failure in a sentence, behind the error output it is none",
  () => {
    const full = inShell(`baseline ${DENIED} > /dev/full`);
    expect([full.status, full.stderr]).toEqual([
      1,
      "the output must be written whole, got ENOSPC: no space left on device, write\n",
    ]);
    const silent = inShell(`baseline ${DENIED} 2> /dev/full`);
    expect([silent.status, silent.stdout]).toEqual([2, expect.stringContaining("denied") as string]);
  },
  60_000,
);

test("nobody imports the entry, and no command the registry: importing a file runs nothing", () => {
  const files = readdirSync(join(ROOT, "commands"), { recursive: true, encoding: "utf8" });
  const importers = files
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => /from "[./]+\/(baseline|registry)"/.test(readFileSync(join(ROOT, "commands", file), "utf8")));
  expect(importers).toEqual(["baseline.ts"]);
});
