import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { virtualEnvironment, type PackageSet } from "../../emulator/virtual-environment";
import { fakeTools, makeInterpreter, says, type FakeTools } from "./fake-python";

const SET: PackageSet = { name: "moto-1", packages: ["moto==1"], proof: "import moto" };

let base: string;
let home: string;
let place: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "org-baseline-environment-"));
  home = join(base, `org-baseline-${userInfo().uid}`);
  place = join(home, SET.name);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function make(tools: FakeTools = {}) {
  const { run, commands } = fakeTools(tools);
  const told: string[] = [];
  const interpreter = await virtualEnvironment(SET, { run, report: (line) => told.push(line), base });
  return { interpreter, commands, told };
}

describe("a virtual environment", () => {
  test("is made once, and says so", async () => {
    const { interpreter, commands, told } = await make();
    expect(interpreter).toBe(join(place, "bin", "python"));
    expect(told).toEqual(["installing moto==1 into a virtual environment, once"]);
    expect(commands.some((command) => command.endsWith("-m pip install --progress-bar off moto==1"))).toBe(true);
    expect(readdirSync(home)).toEqual([SET.name]);

    const second = await make({ works: () => true });
    expect(second.interpreter).toBe(interpreter);
    expect(second.told).toEqual([]);
  });

  test("that does not work any more is made anew", async () => {
    const broken = makeInterpreter(place);
    mkdirSync(join(place, "half-way"));
    const { interpreter, told } = await make({ works: (python) => python !== broken });
    expect(interpreter).toBe(broken);
    expect(told).toHaveLength(1);
    expect(readdirSync(place)).toEqual(["bin"]);
  });

  test("that another start finished first is taken", async () => {
    const { interpreter } = await make({
      pip: () => {
        makeInterpreter(place);
        mkdirSync(join(place, "theirs"));
        return says(0);
      },
      works: () => true,
    });
    expect(interpreter).toBe(join(place, "bin", "python"));
    expect(readdirSync(place)).toEqual(["bin", "theirs"]);
    expect(readdirSync(home)).toEqual([SET.name]);
  });

  test("that another start is making is left alone, unless that was long ago", async () => {
    const [young, old] = [join(home, "moto-1.making-young"), join(home, "moto-1.making-old")];
    mkdirSync(home, { mode: 0o700 });
    [young, old].forEach((folder) => mkdirSync(folder));
    utimesSync(old, 1, 1);
    await make();
    expect(readdirSync(home)).toEqual([SET.name, "moto-1.making-young"]);
  });

  test.each([
    [
      "without Python",
      { python: () => says(127, "spawn python3 ENOENT") },
      /no Python was found[^]*apt install python3/,
    ],
    ["with an old Python", { python: () => says(0, "3.8") }, /Python must be 3.10 or newer, got 3.8/],
    [
      "without ensurepip, on Debian",
      { venv: () => says(1, "ensurepip is not\navailable\n    apt install python3.11-venv\n") },
      /ensurepip is not\n[^]*What to do: Debian and Ubuntu: apt install python3.11-venv/,
    ],
    [
      "without ensurepip, elsewhere",
      { venv: () => says(1, "/usr/bin/python3: No module named ensurepip") },
      /No module named ensurepip[^]*apt install python3-venv/,
    ],
    [
      "with a full disk",
      { venv: () => says(1, "[Errno 28] No space left") },
      /venv failed[^]*\[Errno 28\] No space left/,
    ],
    [
      "without PyPI",
      { pip: () => says(1, "Collecting moto\nERROR: No matching distribution found for moto==1") },
      /could not get moto==1 from PyPI.\nIt said:\n {2}ERROR: No matching[^]*PIP_INDEX_URL/,
    ],
    [
      "with a failing pip",
      { pip: () => says(2, "ERROR: metadata") },
      /pip could not install moto==1.\nIt said:\n {2}ERROR/,
    ],
    ["where the packages do not work", { works: () => false }, /was installed and does not work/],
  ] satisfies [string, FakeTools, RegExp][])(
    "fails %s with what helps there, and leaves nothing",
    async (_, tools, message) => {
      await expect(make(tools)).rejects.toThrow(message);
      expect(readdirSync(base)).toEqual([]);
    },
  );

  test("is not looked for in a folder that others can write, nor behind a link", async () => {
    mkdirSync(home);
    chmodSync(home, 0o777);
    await expect(make()).rejects.toThrow("must be a folder that only you can write");
    rmSync(home, { recursive: true });
    mkdirSync(join(base, "elsewhere"));
    symlinkSync(join(base, "elsewhere"), home);
    await expect(make()).rejects.toThrow("must be a folder that only you can write");
    expect(readdirSync(join(base, "elsewhere"))).toEqual([]);
  });
});
