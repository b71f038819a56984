import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { installEnvironment } from "../../emulator/child-environment";
import { virtualEnvironment } from "../../emulator/virtual-environment";
import { runIn } from "../../processes/run";
import { PIPELINES, WORKFLOWS } from "../support/workflows";

// The linters that the ecosystem has: actionlint by Go, zizmor by Python. Where neither can be had this is no failure,
// except in the gate.

const ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";
const ZIZMOR = "zizmor==1.32.0";
const CACHE = resolve(__dirname, "../../node_modules/.cache/org-baseline-linters");
const IS_GATE = process.env.REQUIRE_E2E === "1";

const FILES = WORKFLOWS.map((name) => join(PIPELINES, "github-actions", `org-baseline-${name}.yml`));
const run = runIn({ ...installEnvironment(process.env), GOBIN: CACHE, GOFLAGS: "-mod=mod" });

/** Says what is missing, and is a failure in the gate alone. */
function notHad(tool: string, why: string): void {
  if (IS_GATE) throw new Error(`${tool} cannot be had:\n${why}`);
  console.warn(`WORKFLOWS ARE NOT CHECKED BY ${tool}: ${why}`);
}

beforeAll(() => mkdirSync(CACHE, { recursive: true }));

test("actionlint finds nothing", async () => {
  const installed = await run("go", ["install", ACTIONLINT]);
  if (installed.code !== 0) {
    notHad("actionlint", installed.output);
    return;
  }
  // shellcheck and pyflakes are somebody else's: whether they lie on this machine decides nothing.
  expect(await run(join(CACHE, "actionlint"), ["-shellcheck=", "-pyflakes=", ...FILES])).toMatchObject({
    output: "",
    code: 0,
  });
});

test("zizmor finds nothing, pedantic as it can be", async () => {
  const proof = `from importlib.metadata import version\nassert version("zizmor") == "${ZIZMOR.split("==")[1] ?? ""}"`;
  const set = { name: ZIZMOR.replace("==", "-"), packages: [ZIZMOR], proof };
  const python = await virtualEnvironment(set, { run, report: () => undefined, base: CACHE }).catch(
    (problem: unknown) => {
      notHad("zizmor", String(problem));
      return undefined;
    },
  );
  if (python === undefined) return;
  const zizmor = join(python, "..", "zizmor");
  const { code, output } = await run(zizmor, ["--offline", "--no-progress", "--persona=pedantic", ...FILES]);
  expect([output, code]).toEqual([expect.stringContaining("No findings to report"), 0]);
});
