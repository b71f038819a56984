import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { SupervisedCommands, type CommandSettings } from "../../processes/supervised-commands";

const settings = (changes: Partial<CommandSettings> = {}): CommandSettings => ({
  cwd: process.cwd(),
  env: process.env,
  log: () => undefined,
  timeoutMs: 60_000,
  ...changes,
});

test("output is kept in the order in which it came, standard output also alone", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "org-baseline-order-"));
  const lines: string[] = [];
  // The next line is written once the one before has been heard, however busy the machine is.
  const heard = (line: string): string => `until [ -e ${line} ]; do sleep 0.05; done`;
  const run = new SupervisedCommands().run(
    "sh",
    ["-c", `echo one; ${heard("one")}; echo two >&2; ${heard("two")}; echo three; exit 3`],
    settings({
      cwd,
      log: (line) => {
        lines.push(line);
        writeFileSync(join(cwd, line), "");
      },
    }),
  );
  await expect(run).resolves.toEqual({ exitCode: 3, output: "one\ntwo\nthree", stdout: "one\nthree" });
  expect(lines).toEqual(["one", "two", "three"]);
  rmSync(cwd, { recursive: true });
});

test("a command that does not exist is an error", async () => {
  await expect(new SupervisedCommands().run("no-such-command", [], settings())).rejects.toThrow("ENOENT");
});

/** Starts a child in a process group of its own, as the CDKTF CLI starts Terraform. */
const CHILD_OF_ITS_OWN = `
  const { spawn } = require("node:child_process");
  spawn("sh", ["-c", "sleep 2; touch survived"], { detached: true, stdio: "ignore" });
  console.log("started");
  setInterval(() => undefined, 1000);
`;

test("a kill reaches processes in groups of their own", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "org-baseline-kill-"));
  const commands = new SupervisedCommands();
  const started = new EventTarget();
  const heard = once(started, "line");
  const run = commands.run(
    process.execPath,
    ["-e", CHILD_OF_ITS_OWN],
    settings({ cwd, log: () => started.dispatchEvent(new Event("line")) }),
  );
  await heard;
  await commands.kill();
  await expect(run).resolves.toMatchObject({ exitCode: null });
  await after(2_500);
  expect(existsSync(join(cwd, "survived"))).toBe(false);
  rmSync(cwd, { recursive: true });
});

test("a command that takes too long is killed and says so", async () => {
  const run = new SupervisedCommands().run("sleep", ["30"], settings({ timeoutMs: 100 }));
  await expect(run).resolves.toEqual({ exitCode: null, output: "killed after 0.1 s: sleep 30", stdout: "" });
});
