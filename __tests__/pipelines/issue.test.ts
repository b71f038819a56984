import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workflow } from "../support/workflows";

/** GitHub's limit of an issue, in characters. */
const LONGEST = 65_536;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "issue-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The body of the issue that the workflow would open for what the command printed. The CLI of GitHub is a stand-in. */
function issueOf(look: "drift" | "evidence", printed: string): string {
  mkdirSync(join(folder, look));
  writeFileSync(join(folder, look, `${look}.txt`), printed);
  const step = workflow(look).jobs["tell"]?.steps.find(({ name }) => name === "issue");
  const env = { PATH: process.env["PATH"], RUNNER_TEMP: folder, LOOKED: "true", GITHUB_REPOSITORY: "example/baseline" };
  const { status, stderr } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", "-c", `gh() { echo '[]'; }\n${step?.run}`],
    {
      env: { ...env, DRIFTED: "true", ANSWER: "no", OUTCOME: "no", RUN_URL: "https://example.com/run" },
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([0, ""]);
  return readFileSync(join(folder, "issue.md"), "utf8");
}

describe.each(["drift", "evidence"] as const)("the issue of %s", (look) => {
  test("holds what was printed, as text and not as Markdown", () => {
    const body = issueOf(look, "Who can have done it:\n  alarms: # no heading\n");
    expect(body).toContain("\n    Who can have done it:\n      alarms: # no heading\n");
    expect(body).not.toContain("The rest");
  });

  test.each([
    ["short lines", "x\n".repeat(50_000)],
    ["long lines", `${"→".repeat(900)}\n`.repeat(300)],
  ])("stays below GitHub's limit, cut between two lines: %s", (_name, printed) => {
    const body = issueOf(look, printed);
    expect(body.length).toBeLessThan(LONGEST);
    expect(body.trimEnd().endsWith("\nThe rest is in the run.")).toBe(true);
    const kept = body.split("\n").filter((line) => /^ {4}[x→]/.test(line));
    expect(new Set(kept).size).toBe(1);
    expect(kept.length).toBeGreaterThan(10);
  });
});
