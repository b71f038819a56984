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

test("a reader that leaves early is no failure", () => {
  const { status, stderr } = spawnSync(
    "sh",
    [
      "-c",
      `"${process.execPath}" --import tsx commands/baseline.ts management-policy --exempt=arn:aws:iam::111111111111:role/Pipeline | true`,
    ],
    { cwd: ROOT, encoding: "utf8" },
  );
  expect([status, stderr]).toEqual([0, ""]);
}, 60_000);

test("nobody imports the entry, and no command the registry: importing a file runs nothing", () => {
  const files = readdirSync(join(ROOT, "commands"), { recursive: true, encoding: "utf8" });
  const importers = files
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => /from "[./]+\/(baseline|registry)"/.test(readFileSync(join(ROOT, "commands", file), "utf8")));
  expect(importers).toEqual(["baseline.ts"]);
});
