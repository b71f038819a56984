import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PIPELINES, WORKFLOWS, workflow, type Job, type Step } from "../support/workflows";

const JOBS: readonly (readonly [name: string, workflow: string, job: Job])[] = WORKFLOWS.flatMap((name) =>
  Object.entries(workflow(name).jobs).map(([id, job]) => [`${name}: ${id}`, name, job] as const),
);

const STEPS: readonly (readonly [job: string, step: Step])[] = JOBS.flatMap(([name, , job]) =>
  job.steps.map((step) => [name, step] as const),
);

/** Jobs that can have a token for AWS. */
const WITH_CREDENTIALS = ["review: plan", "apply: plan", "apply: apply", "drift: look", "evidence: look"];

test("every workflow that lies there is one of these", () => {
  expect(readdirSync(join(PIPELINES, "github-actions")).filter((file) => file.endsWith(".yml"))).toEqual(
    WORKFLOWS.map((name) => `org-baseline-${name}.yml`).sort(),
  );
});

test.each(WORKFLOWS)(
  "%s gives nobody a right by itself, cancels what is outdated, and fails with its pipes",
  (name) => {
    const { permissions, concurrency, defaults, on } = workflow(name);
    expect([permissions, defaults]).toEqual([{}, { run: { shell: "bash" } }]);
    expect(concurrency).toEqual({
      group: expect.stringMatching(/^org-baseline-/) as unknown,
      "cancel-in-progress": expect.any(Boolean) as unknown,
    });
    expect(Object.keys(on)).not.toContain("pull_request_target");
  },
);

test("what may write, applies or looks is never cut off or done twice at a time", () => {
  for (const name of ["apply", "drift", "evidence"])
    expect(workflow(name).concurrency).toEqual({ group: `org-baseline-${name}`, "cancel-in-progress": false });
});

test.each(JOBS)("%s has a time and rights of its own", (name, _workflow, job) => {
  expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
  const { permissions = {} } = job;
  expect(Object.keys(permissions)).not.toEqual([]);
  expect(permissions["contents"]).not.toBe("write");
  expect([name, permissions["id-token"] === "write"]).toEqual([name, WITH_CREDENTIALS.includes(name)]);
  // Whoever may write to the repository has no credentials of AWS, and the other way round.
  const writes = Object.entries(permissions).filter(([right, level]) => right !== "id-token" && level === "write");
  if (permissions["id-token"] === "write") expect(writes).toEqual([]);
});

test("what runs the code of a pull request may read the repository, and nothing else", () => {
  const { jobs, on } = workflow("pull-request");
  expect(Object.keys(on)).toEqual(["pull_request"]);
  expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([{ contents: "read" }]);
  expect(JSON.stringify(jobs)).not.toMatch(/secrets\.|vars\.|configure-aws-credentials/);
});

test("what has credentials checks out the branch that its own file comes from", () => {
  for (const [name, step] of STEPS.filter(([, { uses }]) => uses?.startsWith("actions/checkout@")))
    expect([name, step.with]).toEqual([name, { "persist-credentials": false }]);
});

test("only what is applied waits for people, and it gets nothing that they did not see", () => {
  expect(JOBS.filter(([, , job]) => job.environment !== undefined).map(([name]) => name)).toEqual(["apply: apply"]);
  const reviewed = STEPS.find(([name, step]) => name === "apply: plan" && step.with?.["name"] === "reviewed");
  expect(reviewed?.[1].with?.["path"]).toContain("!plans/*/plan.tfplan");
});

test("every action is pinned by its commit, with the version beside it, and the same everywhere", () => {
  const text = WORKFLOWS.map((name) =>
    readFileSync(join(PIPELINES, "github-actions", `org-baseline-${name}.yml`), "utf8"),
  ).join("\n");
  const pins = [...text.matchAll(/^ +- uses: (\S+)(.*)/gm)].map(([, action = "", rest = ""]) => `${action}${rest}`);
  expect(pins.length).toBeGreaterThan(20);
  for (const pin of pins) expect(pin).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const actions = [...new Set(pins)].map((pin) => pin.split("@")[0]);
  expect(new Set(actions).size).toBe(actions.length);
});

test("no script is made of what somebody else wrote: expressions reach it as variables", () => {
  for (const [name, { run }] of STEPS) expect([name, run?.includes("${{") ?? false]).toEqual([name, false]);
});

test("the review listens to the workflow that we ship", () => {
  expect(workflow("review").on).toEqual({
    workflow_run: { workflows: [workflow("pull-request").name], types: ["completed"] },
  });
});
