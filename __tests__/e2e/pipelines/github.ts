import { existsSync } from "node:fs";
import { DEPLOY_TIMEOUT_MS } from "../support/timeouts";
import { configured } from "../support/workflow/origin";
import { BASE, handingOverHostile, LOOSENED, STALE, type PipelineWorld } from "./world";

/** Accepts every finding that a comment tells. */
function acceptance(comment: string, until: string): Record<string, string> {
  const found = [...comment.matchAll(/^`([\w-]+)` at `([^`]+)`, fingerprint `([0-9a-f]+)`$/gm)];
  const accepted = found.map(([, rule, place, fingerprint]) => {
    return { rule, place, fingerprint, reason: "A trial", author: "platform", until };
  });
  return { "accepted-risks.json": JSON.stringify({ version: 1, accepted }) };
}

/** Every step of our workflows, run one by one as it is shipped, with stand-ins for the actions and for GitHub. */
export function describeGitHub(world: () => PipelineWorld): void {
  describe("the workflows for GitHub", () => {
    const github = () => world().github;
    const lastComment = () => github().told.comments.at(-1)?.body ?? "";
    const lastStatus = () => github().told.statuses.at(-1)?.state;

    test(
      "a merge is applied after approval",
      async () => {
        const { plan, apply } = await github().merge(BASE);
        expect([plan.log, plan.result, plan.outputs]).toEqual([plan.log, "success", { changes: "true" }]);
        expect(plan.summary).toContain("Review of the plans");
        expect([apply.log, apply.result]).toEqual([expect.stringContaining("Applied: root-access, "), "success"]);
        expect(apply.summary).toContain("Applied: ");
      },
      DEPLOY_TIMEOUT_MS,
    );

    test(
      "a Region more passes; a guardrail less does not, until somebody accepts it, and until that ends",
      async () => {
        const { plan, fork } = await github().pullRequest({ ...BASE, regions: ["us-east-1", "eu-west-1"] });
        expect([plan.log, plan.result, fork.result]).toEqual([plan.log, "success", "skipped"]);
        expect([lastStatus(), github().told.comments.length]).toEqual(["success", 1]);

        const loosened = (await github().pullRequest(LOOSENED)).plan;
        expect(loosened).toMatchObject({ result: "failure" });
        // One stack is touched, and no other is planned.
        expect(loosened.log.match(/^(?:root-access|guardrails|audit-trail|alarms|threat-detection)(?= )/gm)).toEqual([
          "guardrails",
        ]);
        expect([lastStatus(), github().told.comments.length]).toEqual(["failure", 1]);
        expect(lastComment()).toMatch(/^`guardrail-coverage` at `guardrails: /m);

        const blocked = lastComment();
        world().origin.merge(acceptance(blocked, "2099-12-31"));
        expect((await github().pullRequest(LOOSENED)).plan).toMatchObject({ result: "success" });
        expect([lastStatus(), lastComment() === blocked]).toEqual(["success", false]);

        world().origin.merge(acceptance(blocked, "2020-01-01"));
        expect((await github().pullRequest(LOOSENED)).plan).toMatchObject({ result: "failure" });
        expect(lastComment()).toContain("accepted-risk-expired");
        world().origin.merge(acceptance("", ""));
      },
      DEPLOY_TIMEOUT_MS,
    );

    test(
      "a fork is reviewed without credentials",
      async () => {
        const { plan, fork } = await github().pullRequest(LOOSENED, "someone/org-baseline");
        expect([plan.result, fork.log, fork.result]).toEqual(["skipped", fork.log, "failure"]);
        expect(lastComment()).toMatch(/^`guardrail-coverage` at /m);
      },
      DEPLOY_TIMEOUT_MS,
    );

    test(
      "what is hostile is planned by nobody, and the pull request hears of it",
      async () => {
        const trap = world().trap();
        const artifacts = github().artifacts();
        expect(await github().synthesize(handingOverHostile(trap), artifacts)).toMatchObject({ result: "success" });
        const { plan } = await github().review(artifacts);
        expect([plan.log, plan.result]).toEqual([
          expect.stringContaining("alarms: data.external must be a data of the baseline"),
          "failure",
        ]);
        expect([existsSync(trap), lastStatus()]).toEqual([false, "failure"]);
        expect(lastComment()).toContain("This change could not be planned, so nobody knows what it does");
      },
      DEPLOY_TIMEOUT_MS,
    );

    test("committed output that is stale is not handed over", async () => {
      const { result, log } = await github().synthesize(STALE, github().artifacts());
      expect([log, result]).toEqual([
        expect.stringContaining("alarms/cdk.tf.json must be what is synthesized"),
        "failure",
      ]);
    });

    test(
      "what was approved and is no longer what would be done is not applied; drift is told in one issue",
      async () => {
        const tagged = { ...BASE, tags: { Owner: "platform" } };
        let attach = () => Promise.resolve();
        const { plan, apply } = await github().merge(tagged, async () => {
          attach = await world().detach("deny-root-user");
        });
        expect([plan.log, plan.result]).toEqual([plan.log, "success"]);
        expect([apply.log, apply.result]).toEqual([
          expect.stringContaining("guardrails: the changes are not the reviewed ones"),
          "failure",
        ]);

        world().origin.merge(configured(BASE));
        const look = await github().weekly("drift");
        expect(look).toMatchObject({ outputs: { drifted: "true" } });
        // The week after, it is still so.
        await github().weekly("drift", look);
        const [issue, ...others] = github().issues("drift");
        expect([issue?.state, others]).toEqual(["open", []]);
        expect(issue?.body).toMatch(
          /^ {6}guardrails: aws_organizations_policy_attachment\.deny-root-user\S*: is gone$/m,
        );
        await github().weekly("drift", { ...look, outputs: { drifted: "false" } });
        expect(github().issues("drift")).toEqual([expect.objectContaining({ state: "closed" })]);
        await attach();
      },
      DEPLOY_TIMEOUT_MS,
    );
  });
}
