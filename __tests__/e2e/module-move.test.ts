import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { existingOrganization } from "../../emulator/organization-seed";
import { runIn } from "../../processes/run";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { ModuleRoot } from "./support/module-root";
import { applyOne } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { pipelineEnvironment, Trial } from "./support/trial";

const STACK = "guardrails";

/** The lines that docs/modules.md has for it. */
function documented(): string {
  const page = readFileSync(resolve(__dirname, "../../docs/modules.md"), "utf8");
  const [, lines = ""] = /## From a stack to a module\n[^]*?```sh\n([^]*?)```/.exec(page) ?? [];
  return lines;
}

describeE2E("a stack that is deployed", () => {
  let trial: Trial;
  let root: ModuleRoot;

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config: configuration() });
    await applyOne(trial.deployment, STACK);
    root = new ModuleRoot(configuration(), trial.emulator.env);
  }, DEPLOY_TIMEOUT_MS);

  afterAll(async () => {
    root.remove();
    await trial.end();
  });

  test(
    "becomes a module by the lines of docs/modules.md, and nothing of it is created, changed or destroyed",
    async () => {
      const { folder } = trial.workshop;
      const env = { ...pipelineEnvironment(), ...trial.emulator.env };
      // `terraform` is whatever the tests found.
      const shell = `terraform() { command ${env["TERRAFORM_BINARY_NAME"] ?? "terraform"} "$@"; }\ncd "$1"\n${documented()}`;
      const moved = await runIn(env)("bash", ["--norc", "-euo", "pipefail", "-c", shell, "bash", folder]);
      expect([moved.output, moved.code]).toEqual([moved.output, 0]);
      const blocks = readFileSync(join(folder, "moved.tf"), "utf8");
      expect(blocks).toContain(`to   = module.${STACK}.aws_organizations_policy_attachment.deny-root-user\n`);
      root.write("moved.tf", blocks);
      root.write("main.tf", root.call(STACK));

      // In place of the backend that the root shares with the stack: its state.
      const state = await trial.deployment.terraform(STACK, ["state", "pull"]);
      writeFileSync(join(root.folder, "terraform.tfstate"), state.stdout);
      await root.initialize();
      const plan = await root.terraform(["plan"]);
      expect([plan.code, plan.output]).toEqual([
        0,
        expect.stringContaining("Plan: 0 to add, 0 to change, 0 to destroy."),
      ]);
      expect(await root.terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
      expect(await root.terraform(["plan", "-detailed-exitcode"])).toMatchObject({ code: 0 });
    },
    DEPLOY_TIMEOUT_MS,
  );
});
