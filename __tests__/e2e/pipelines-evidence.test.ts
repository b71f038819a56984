import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { example } from "../support/examples";
import { describeE2E } from "./support/describe-e2e";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import type { JobResult } from "./support/workflow/runner";
import { Repository } from "./support/workflow/repository";

// An organization in which nothing is deployed: every week there is a gap.
describeE2E("the weekly evidence", () => {
  let emulator: Emulator;
  let repository: Repository;
  let look: JobResult;

  beforeAll(async () => {
    emulator = await startEmulator({ seed: existingOrganization });
    repository = new Repository(example("single-region-minimal"), emulator);
    look = await repository.weekly("evidence");
  }, PLAN_TIMEOUT_MS);

  afterAll(async () => {
    await emulator.stop();
    repository.end();
  });

  const issues = () => repository.told.issues;

  test("names each gap in one issue, and keeps the page", () => {
    expect([look.log, look.result, look.outputs]).toEqual([look.log, "success", { gap: "true" }]);
    expect(issues()).toEqual([expect.objectContaining({ state: "open", "labels[]": "org-baseline-evidence" })]);
    expect(issues()[0]?.body).toMatch(/^ {6}GAP +root-features /m);
    const kept = repository.artifactsOf("evidence");
    expect(kept).toEqual(["evidence.txt", "report.html", "report.json"]);
  });

  test("the week after rewrites it, and where nobody could judge it says so", async () => {
    await repository.weekly("evidence", look);
    expect(issues()).toHaveLength(1);
    await repository.weekly("evidence", { ...look, result: "failure", outputs: {} });
    expect(issues()).toEqual([
      expect.objectContaining({ state: "open", body: expect.stringMatching(/^Nobody could judge/) as unknown }),
    ]);
  });

  test("all in force closes it, and opens none", async () => {
    await repository.weekly("evidence", { ...look, outputs: { gap: "false" } });
    await repository.weekly("evidence", { ...look, outputs: { gap: "false" } });
    expect(issues()).toEqual([expect.objectContaining({ state: "closed" })]);
  });
});
