import { DetachPolicyCommand } from "@aws-sdk/client-organizations";
import { parseConfig, type BaselineConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { Clients } from "../../organization";
import { readSnapshot } from "../../organization/snapshot";
import { example } from "../support/examples";
import { describeE2E } from "./support/describe-e2e";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Repository } from "./support/workflow/repository";

const BASE = example("single-region-minimal");
const DENY_ROOT = "org-baseline-deny-root-user";

/** The same without a guardrail. */
const LOOSENED: BaselineConfig = {
  ...BASE,
  guardrails: { attach: BASE.guardrails.attach.filter(({ id }) => id !== "deny-root-user") },
};

// Every step of our workflows, run one by one as it is shipped, with stand-ins for the actions and for GitHub.
describeE2E("the workflows for GitHub", () => {
  let emulator: Emulator;
  let repository: Repository;

  beforeAll(async () => {
    emulator = await startEmulator({ seed: existingOrganization });
    repository = new Repository(BASE, emulator);
  }, DEPLOY_TIMEOUT_MS);

  afterAll(async () => {
    await emulator.stop();
    repository.end();
  });

  const lastComment = () => repository.told.comments.at(-1)?.body ?? "";
  const lastStatus = () => repository.told.statuses.at(-1)?.state;

  /** Accepts every finding that a comment tells. */
  function accept(comment: string, until: string): void {
    const accepted = [...comment.matchAll(/^`([\w-]+)` at `([^`]+)`/gm)].map(([, rule, place]) => {
      return { rule, place, reason: "A trial", author: "platform", until };
    });
    repository.main.write("accepted-risks.json", JSON.stringify({ version: 1, accepted }));
  }

  /** Takes a guardrail off its targets, as somebody would in the console. */
  async function detach(policy: string): Promise<void> {
    const baseline = parseConfig(BASE);
    const clients = new Clients(baseline, emulator.env);
    const client = clients.at(baseline.accounts.management.id).organizations();
    const { policies } = await readSnapshot(clients, baseline);
    const { id: PolicyId, targets } = policies.find(({ name }) => name === policy) ?? { id: "", targets: [] };
    expect(targets).not.toEqual([]);
    for (const TargetId of targets) await client.send(new DetachPolicyCommand({ PolicyId, TargetId }));
  }

  test(
    "a merge is applied after approval, and then nothing has drifted",
    async () => {
      const { plan, apply } = await repository.merge(BASE);
      expect([plan.log, plan.result, plan.outputs]).toEqual([plan.log, "success", { changes: "true" }]);
      expect(plan.summary).toContain("Review of the plans");
      expect([apply.log, apply.result]).toEqual([expect.stringContaining("Applied: root-access, "), "success"]);
      expect(apply.summary).toContain("Applied: ");
      expect(await repository.weekly("drift")).toMatchObject({ result: "success", outputs: { drifted: "false" } });
      expect(repository.told.issues).toEqual([]);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "a Region more passes; a guardrail less does not, until somebody accepts it, and until that ends",
    async () => {
      const { plan, fork } = await repository.pullRequest({ ...BASE, regions: ["us-east-1", "eu-west-1"] });
      expect([plan.log, plan.result, fork.result]).toEqual([plan.log, "success", "skipped"]);
      expect([lastStatus(), repository.told.comments.length]).toEqual(["success", 1]);

      expect((await repository.pullRequest(LOOSENED)).plan).toMatchObject({ result: "failure" });
      expect([lastStatus(), repository.told.comments.length]).toEqual(["failure", 1]);
      expect(lastComment()).toMatch(/^`guardrail-coverage` at `guardrails: /m);

      const blocked = lastComment();
      accept(blocked, "2099-12-31");
      expect((await repository.pullRequest(LOOSENED)).plan).toMatchObject({ result: "success" });
      expect([lastStatus(), lastComment() === blocked]).toEqual(["success", false]);

      accept(blocked, "2020-01-01");
      expect((await repository.pullRequest(LOOSENED)).plan).toMatchObject({ result: "failure" });
      expect(lastComment()).toContain("accepted-risk-expired");
      repository.main.write("accepted-risks.json", '{ "version": 1, "accepted": [] }');
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "what was approved and is no longer what would be done is not applied; drift is told in one issue",
    async () => {
      const tagged = { ...BASE, tags: { Owner: "platform" } };
      const { plan, apply } = await repository.merge(tagged, () => detach(DENY_ROOT));
      expect([plan.log, plan.result]).toEqual([plan.log, "success"]);
      expect([apply.log, apply.result]).toEqual([
        expect.stringContaining("guardrails: the changes are not the reviewed ones"),
        "failure",
      ]);

      repository.main.merge(BASE);
      const look = await repository.weekly("drift");
      expect(look).toMatchObject({ outputs: { drifted: "true" } });
      // The week after, it is still so.
      await repository.weekly("drift", look);
      const [issue, ...others] = repository.told.issues;
      expect([issue?.state, others]).toEqual(["open", []]);
      expect(issue?.body).toMatch(/^ {6}guardrails: aws_organizations_policy_attachment\.deny-root-user\S*: is gone$/m);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "a fork is reviewed without credentials",
    async () => {
      const { plan, fork } = await repository.pullRequest(LOOSENED, "someone/org-baseline");
      expect([plan.result, fork.log, fork.result]).toEqual(["skipped", fork.log, "failure"]);
      expect(lastComment()).toMatch(/^`guardrail-coverage` at /m);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "what is hostile is planned by nobody, and the pull request hears of it",
    async () => {
      const artifacts = repository.artifacts();
      const evil = '{ "data": { "external": { "x": { "program": ["sh", "-c", "env > stolen"] } } } }';
      repository.main.write("cdk.tf.json", evil);
      artifacts.upload("synthesized/alarms", repository.main.folder, ["cdk.tf.json"]);
      const { plan } = await repository.review(artifacts);
      expect(plan).toMatchObject({ result: "failure" });
      expect(plan.log).toContain("alarms: data.external must be a data of the baseline");
      expect([repository.main.has("stolen"), lastStatus()]).toEqual([false, "failure"]);
      expect(lastComment()).toContain("This change could not be planned, so nobody knows what it does");
    },
    DEPLOY_TIMEOUT_MS,
  );
});
