import { existsSync } from "node:fs";
import { DEPLOY_TIMEOUT_MS } from "../support/timeouts";
import { Pipeline } from "../support/workflow/gitlab";
import type { Files } from "../support/workflow/origin";
import { handingOverHostile, STALE, thieving, type PipelineWorld } from "./world";

/** Every job of our file for GitLab, run line by line as it is shipped, with sessions that a token of the job opens. */
export function describeGitLab(world: () => PipelineWorld): void {
  describe("the pipeline for GitLab", () => {
    const run = (source: "merge request" | "fork" | "push" | "schedule", left: readonly string[] = []) =>
      Pipeline.run(world().origin, world().emulator, source, left);

    const mergeRequest = (files: Files): Promise<Pipeline> => {
      world().origin.propose(files);
      return run("merge request");
    };

    test(
      "a guardrail less does not pass, whatever code and whatever judge come with it",
      async () => {
        const trap = world().trap();
        const { results, artifacts } = await mergeRequest(thieving(trap));
        expect(results).toEqual({
          synthesize: expect.objectContaining({ result: "success" }) as unknown,
          review: expect.objectContaining({ result: "failure" }) as unknown,
        });
        expect(artifacts.read("review", "review.md")).toMatch(/^`guardrail-coverage` at `guardrails: /m);
        expect(JSON.parse(artifacts.read("review", "terraform-report.json"))).toEqual({
          create: 0,
          update: 0,
          delete: 2,
        });
        expect(existsSync(trap)).toBe(false);
      },
      DEPLOY_TIMEOUT_MS,
    );

    test("what is hostile is planned by nobody", async () => {
      const trap = world().trap();
      const { synthesize, review } = (await mergeRequest(handingOverHostile(trap))).results;
      expect([synthesize?.result, review?.result, existsSync(trap)]).toEqual(["success", "failure", false]);
      expect(review?.log).toContain("alarms: data.external must be a data of the baseline");
    });

    test("committed output that is stale is not handed over", async () => {
      const { synthesize, review } = (await mergeRequest(STALE)).results;
      expect([synthesize?.result, review?.result]).toEqual(["failure", "skipped"]);
      expect(synthesize?.log).toContain("alarms/cdk.tf.json must be what is synthesized");
    });

    test("a fork's merge request is synthesized, and nothing of it is planned", async () => {
      expect(Object.keys((await run("fork")).results)).toEqual(["synthesize"]);
    });

    test(
      "the schedule fails where something drifted, and says what",
      async () => {
        await world().detach("deny-root-user");
        const { results } = await run("schedule", ["evidence"]);
        expect(Object.keys(results)).toEqual(["drift"]);
        expect([results.drift?.log, results.drift?.result]).toEqual([
          expect.stringMatching(/^ *guardrails: aws_organizations_policy_attachment\.deny-root-user\S*: is gone$/m),
          "failure",
        ]);
      },
      DEPLOY_TIMEOUT_MS,
    );

    test(
      "the weekly evidence fails where something is not in force, keeps its page, and knows last week's",
      async () => {
        const weekly = () => run("schedule", ["drift"]);
        const { evidence } = (await weekly()).results;
        expect([evidence?.log, evidence?.result]).toEqual([
          expect.stringMatching(/^ {2}GAP +root-denied /m),
          "failure",
        ]);
        expect(evidence?.log).not.toContain("since the earlier report:");

        const { results, artifacts } = await weekly();
        expect(results.evidence?.log).toMatch(/^since the earlier report:\n {2}nothing is judged otherwise$/m);
        expect(artifacts.filesOf("evidence")).toEqual(["report.html", "report.json"]);
      },
      DEPLOY_TIMEOUT_MS,
    );

    test(
      "a merge waits for a person; what is no longer what would be done is not applied, and what was reviewed is",
      async () => {
        const pipeline = await run("push");
        const { plan, apply } = pipeline.results;
        expect([plan?.log, plan?.result, apply?.result]).toEqual([plan?.log, "success", "manual"]);

        const attach = await world().detach("restrict-root-sessions");
        const stale = await pipeline.play("apply");
        expect([stale.log, stale.result]).toEqual([
          expect.stringContaining("guardrails: the changes are not the reviewed ones"),
          "failure",
        ]);
        await attach();
        const applied = await pipeline.play("apply");
        expect([applied.log, applied.result]).toEqual([expect.stringContaining("Applied: guardrails."), "success"]);
      },
      DEPLOY_TIMEOUT_MS,
    );
  });
}
