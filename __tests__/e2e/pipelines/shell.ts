import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BaselineConfig } from "../../../config";
import { DEPLOY_TIMEOUT_MS } from "../support/timeouts";
import { BASE_BRANCH, CHANGE_BRANCH, configured, type Files } from "../support/workflow/origin";
import { runScript, type Ran } from "../support/workflow/shell";
import { BASE, handingOverHostile, STALE, thieving, type PipelineWorld } from "./world";

const keepingLogs = (logRetentionDays: number): BaselineConfig => ({
  ...BASE,
  auditTrail: { ...BASE.auditTrail, logRetentionDays } as BaselineConfig["auditTrail"],
});

/** Our scripts, each run as its page says. */
export function describeShell(world: () => PipelineWorld): void {
  describe("the scripts for any shell", () => {
    /** In a checkout of the base branch, with credentials. */
    const inBase = (name: string, job: { args?: readonly string[]; plans?: string } = {}): Promise<Ran> =>
      runScript(world().origin, name, { branch: BASE_BRANCH, credentials: world().emulator.env, ...job });

    /** What the job without credentials hands over of a change. */
    async function synthesized(files: Files): Promise<Ran & { readonly handed: string }> {
      world().origin.propose(files);
      const handed = join(mkdtempSync(join(world().origin.folder, "shell-")), "handed-over");
      const ran = await runScript(world().origin, "synthesize", { branch: CHANGE_BRANCH, args: [handed] });
      return { ...ran, handed };
    }

    test(
      "a guardrail less does not pass, whatever code and whatever judge come with it",
      async () => {
        const trap = world().trap();
        const { handed, exitCode } = await synthesized(thieving(trap));
        expect([exitCode, readdirSync(join(handed, "alarms"))]).toEqual([0, ["cdk.tf.json"]]);
        const review = await inBase("review", { args: [handed] });
        expect([review.output, review.exitCode]).toEqual([review.output, 2]);
        expect(readFileSync(join(review.folder, "review.md"), "utf8")).toMatch(
          /^`guardrail-coverage` at `guardrails: /m,
        );
        expect(existsSync(trap)).toBe(false);
      },
      DEPLOY_TIMEOUT_MS,
    );

    test("what is hostile is planned by nobody, and stale output is not handed over", async () => {
      const trap = world().trap();
      const { handed } = await synthesized(handingOverHostile(trap));
      const review = await inBase("review", { args: [handed] });
      expect(review.output).toContain("alarms: data.external must be a data of the baseline");
      expect([review.exitCode, existsSync(trap), existsSync(join(review.folder, "review.md"))]).toEqual([
        1,
        false,
        false,
      ]);
      const stale = await synthesized(STALE);
      expect([stale.exitCode, existsSync(stale.handed)]).toEqual([2, false]);
    });

    test(
      "what was reviewed is applied, and nothing that another commit synthesizes",
      async () => {
        world().origin.merge(configured(keepingLogs(400)));
        const planned = await inBase("plan", { args: ["audit-trail"] });
        expect([planned.output, planned.exitCode]).toEqual([planned.output, 0]);
        const plans = join(planned.folder, "plans");
        expect(readdirSync(join(plans, "audit-trail")).sort()).toEqual(["cdk.tf.json", "lock.hcl", "plan.json"]);

        world().origin.merge(configured(keepingLogs(731)));
        const stale = await inBase("apply", { plans });
        expect([stale.output, stale.exitCode]).toEqual([
          expect.stringContaining("what is synthesized for audit-trail must be what was reviewed"),
          2,
        ]);
        world().origin.merge(configured(keepingLogs(400)));
        const applied = await inBase("apply", { plans });
        expect([applied.output, applied.exitCode]).toEqual([expect.stringContaining("Applied: audit-trail."), 0]);
      },
      DEPLOY_TIMEOUT_MS,
    );

    test(
      "drift is 2, and none is 0",
      async () => {
        const clean = await inBase("drift", { args: ["guardrails"] });
        expect([clean.output, clean.exitCode]).toEqual([
          expect.stringContaining("Everything is as it was applied."),
          0,
        ]);
        await world().detach("deny-root-user");
        const drifted = await inBase("drift", { args: ["guardrails"] });
        expect([drifted.output, drifted.exitCode]).toEqual([
          expect.stringMatching(/^ *guardrails: aws_organizations_policy_attachment\.deny-root-user\S*: is gone$/m),
          2,
        ]);
      },
      DEPLOY_TIMEOUT_MS,
    );

    test(
      "evidence is 2 where something is not in force, and compares with the report that lies there",
      async () => {
        const { output, exitCode, folder } = await inBase("evidence");
        expect([output, exitCode]).toEqual([expect.stringMatching(/^ {2}GAP +root-denied /m), 2]);
        const report = readFileSync(join(folder, "report.json"), "utf8");
        expect(readFileSync(join(folder, "report.html"), "utf8")).toContain("</html>");

        world().origin.merge({ "report.json": report });
        const later = await inBase("evidence");
        expect([later.output, later.exitCode]).toEqual([
          expect.stringMatching(/^since the earlier report:\n {2}nothing is judged otherwise$/m),
          2,
        ]);
        expect(readFileSync(join(later.folder, "report.json"), "utf8")).not.toBe(report);
      },
      DEPLOY_TIMEOUT_MS,
    );
  });
}
