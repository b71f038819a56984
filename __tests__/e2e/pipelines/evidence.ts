import { PLAN_TIMEOUT_MS } from "../support/timeouts";
import type { JobResult } from "../support/workflow/runner";
import type { PipelineWorld } from "./world";

/** Nothing is deployed yet: there is a gap. */
export function describeEvidence(world: () => PipelineWorld): void {
  describe("the weekly evidence of GitHub", () => {
    let look: JobResult;

    beforeAll(async () => {
      look = await world().github.weekly("evidence");
    }, PLAN_TIMEOUT_MS);

    const issues = () => world().github.issues("evidence");

    test("names each gap in one issue, and keeps the page", () => {
      expect([look.log, look.result, look.outputs]).toEqual([look.log, "success", { gap: "true" }]);
      expect(issues()).toEqual([expect.objectContaining({ state: "open" })]);
      expect(issues()[0]?.body).toMatch(/^ {6}GAP +root-features /m);
      const kept = world().github.artifactsOf("evidence");
      expect(kept).toEqual(["evidence.txt", "report.html", "report.json"]);
    });

    test("the week after rewrites it, and where nobody could judge it says so", async () => {
      await world().github.weekly("evidence", look);
      expect(issues()).toHaveLength(1);
      await world().github.weekly("evidence", { ...look, result: "failure", outputs: {} });
      expect(issues()).toEqual([
        expect.objectContaining({ state: "open", body: expect.stringMatching(/^Nobody could judge/) as unknown }),
      ]);
    });

    test("all in force closes it, and opens none", async () => {
      await world().github.weekly("evidence", { ...look, outputs: { gap: "false" } });
      await world().github.weekly("evidence", { ...look, outputs: { gap: "false" } });
      expect(issues()).toEqual([expect.objectContaining({ state: "closed" })]);
    });
  });
}
