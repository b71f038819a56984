import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What the reporter prints of a run; a module of its own kind, so it is asked in a process of its own. */
function slowest(run: object): readonly string[] {
  const url = pathToFileURL(join(__dirname, "slowest-tests.mjs")).href;
  const script = `const { slowest } = await import(${JSON.stringify(url)});
    console.log(JSON.stringify(slowest(${JSON.stringify(run)})));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  return JSON.parse(output) as readonly string[];
}

const file = (testFilePath: string, runtime: number, durations: readonly (number | null)[]) => ({
  testFilePath,
  perfStats: { runtime },
  testResults: durations.map((duration, index) => ({ fullName: `${testFilePath} ${index}`, duration })),
});

test("the slowest come first, with what a file spends outside its tests as its set-up", () => {
  expect(slowest([file("a", 9_000, [100, 2_500]), file("b", 120_000, [110_000, null])])).toEqual([
    "  110.0 s  b 0",
    "   10.0 s  set-up of b",
    "    6.4 s  set-up of a",
    "    2.5 s  a 1",
    "    0.1 s  a 0",
    "    0.0 s  b 1",
  ]);
});

test("there are ten of them at most", () => {
  expect(slowest([file("a", 30, Array<number>(20).fill(1))])).toHaveLength(10);
});
