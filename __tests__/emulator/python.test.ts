import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { launchCommand } from "../../emulator/launch";
import { candidates, findRuntime, interpretersBehind } from "../../emulator/python";
import type { Run } from "../../processes/run";
import { fakeTools, says } from "./fake-python";

const folder = mkdtempSync(join(tmpdir(), "org-baseline-python-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const log = (): void => undefined;

function script(firstLine: string): string {
  const file = join(folder, "moto_server");
  writeFileSync(file, `${firstLine}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe("finding an interpreter with moto", () => {
  test("takes the interpreter in the first line of moto_server", () => {
    expect(interpretersBehind(script("#!/opt/venv/bin/python3.11"))).toEqual(["/opt/venv/bin/python3.11"]);
  });

  test("asks the siblings of a shell shim", () => {
    expect(interpretersBehind(script("#!/usr/bin/env bash"))).toContain(join(folder, "python3"));
  });

  test("asks the interpreters on PATH where moto_server is missing", () => {
    expect(candidates({ PATH: "/nowhere" })).toEqual(["python3", "python"]);
  });

  test("prefers the one that was named", async () => {
    const run: Run = () => Promise.resolve(says(0));
    const runtime = await findRuntime({ run, env: { ORG_BASELINE_PYTHON: "/my/python" }, log });
    expect(runtime).toEqual({ kind: "python", interpreter: "/my/python" });
  });

  test("fails where the named one has another moto, instead of taking a different one", async () => {
    const run: Run = () => Promise.resolve(says(1, "Traceback\nAssertionError: 4.0.0"));
    await expect(findRuntime({ run, env: { ORG_BASELINE_PYTHON: "/my/python" }, log })).rejects.toThrow(
      /^ORG_BASELINE_PYTHON must name an interpreter with moto\[server\] 5.2.x, got \/my\/python: [^]*AssertionError: 4.0.0$/,
    );
  });

  test("installs moto where none is, and says so to whoever waits", async () => {
    const { run } = fakeTools();
    const told: string[] = [];
    const report = (line: string) => told.push(line);
    const runtime = await findRuntime({ run, env: { PATH: "/nowhere" }, log, report, base: folder });
    const interpreter = join(folder, `org-baseline-${userInfo().uid}`, "moto-5.2.1", "bin", "python");
    expect(runtime).toEqual({ kind: "python", interpreter });
    expect(told).toEqual(["installing moto[server]==5.2.1 into a virtual environment, once"]);
  });

  test("falls back to Docker", async () => {
    const run: Run = (command) => Promise.resolve(says(command === "docker" ? 0 : 127));
    const runtime = await findRuntime({ run, env: { PATH: "/nowhere" }, log, base: folder });
    expect(runtime).toEqual({ kind: "docker", image: "motoserver/moto:5.2.1" });
  });

  test("fails naming what is wrong, and the other ways", async () => {
    const run: Run = () => Promise.resolve(says(127));
    const search = findRuntime({ run, env: { PATH: "/nowhere" }, log, base: folder });
    await expect(search).rejects.toThrow(
      /no Python was found[^]*ORG_BASELINE_PYTHON: python3 -m venv[^]*Docker daemon/,
    );
  });
});

describe("command lines", () => {
  const launch = {
    emulatorFolder: "/app/emulator",
    seedFile: "/tmp/s/seed.json",
    port: 4566,
    serverArguments: ["--x"],
  };

  test("of an interpreter", () => {
    const command = launchCommand({ kind: "python", interpreter: "python3" }, launch).join(" ");
    expect(command).toBe("python3 /app/emulator/server.py --seed /tmp/s/seed.json --port 4566 --x");
  });

  test("of a container that is reachable from this machine only, with the sources read-only", () => {
    const command = launchCommand({ kind: "docker", image: "motoserver/moto:5.2.1" }, launch).join(" ");
    expect(command).toBe(
      "docker run --rm -i -p 127.0.0.1:4566:4566 -v /app/emulator:/emulator:ro -v /tmp/s:/seed:ro --entrypoint python " +
        "motoserver/moto:5.2.1 /emulator/server.py --host 0.0.0.0 --port 4566 --seed /seed/seed.json --x",
    );
  });
});
