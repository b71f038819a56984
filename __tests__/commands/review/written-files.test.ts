import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { review } from "../../../commands/review";
import { dispatch } from "../../../commands/contract/dispatch";
import { writePlanFolder } from "../../../terraform/plan-folder";
import { contents } from "../../terraform/plan-folder/contents";

const before = process.cwd();
let folder = "";
let said: string[] = [];

/** The exit code of a review of the plans. */
const run = (...args: readonly string[]) => dispatch([review], ["review", ...args]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "review-targets-"));
  process.chdir(folder);
  said = [];
  const keep = (text: unknown) => void said.push(String(text));
  jest.spyOn(console, "log").mockImplementation(keep);
  jest.spyOn(console, "error").mockImplementation(keep);
  writePlanFolder("plans", contents());
  mkdirSync("taken");
});

afterEach(() => {
  jest.restoreAllMocks();
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

test("page and SARIF are written for their owner, and take the place of earlier ones", async () => {
  writeFileSync("review.html", "earlier");
  expect(await run("--html", "review.html", "--sarif", "review.sarif", "--output", "review.md")).toBe(0);
  expect(readFileSync("review.html", "utf8")).toContain("Nothing weakens the protection");
  expect(JSON.parse(readFileSync("review.sarif", "utf8"))).toMatchObject({ version: "2.1.0", runs: [{ results: [] }] });
  for (const file of ["review.html", "review.sarif"]) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync("review.md", "utf8")).toContain("**Nothing weakens the protection**.");
});

test.each([
  ["--html", "nowhere/review.html", "--html must be in a folder that can be written to"],
  ["--sarif", "nowhere/review.sarif", "--sarif must be in a folder that can be written to"],
  ["--output", "nowhere/review.md", "--output must be in a folder that can be written to"],
  ["--artifact", "nowhere/full.md", "--artifact must be in a folder that can be written to"],
  ["--output", "./accepted-risks.json", "--output must be another file than --accepted"],
  ["--html", "taken", "--html must be a file, not a folder"],
  ["--sarif", "./first.html", "--sarif must be another file than --html"],
])("%s %s is refused, and nothing is written or printed", async (option, file, says) => {
  const others = option === "--html" ? ["--sarif", "first.sarif"] : ["--html", "first.html"];
  expect(await run(option, file, ...others)).toBe(1);
  expect(said).toEqual([`${says}, got ${JSON.stringify(file)}`]);
  expect(readdirSync(".").sort()).toEqual(["plans", "taken"]);
});

// Root writes everywhere.
(process.getuid?.() === 0 ? test.skip : test)("a folder that cannot be written is refused", async () => {
  chmodSync("taken", 0o500);
  expect(await run("--html", "taken/review.html")).toBe(1);
  expect(said).toEqual(['--html must be in a folder that can be written to, got "taken/review.html"']);
});
