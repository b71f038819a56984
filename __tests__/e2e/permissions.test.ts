import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { join } from "node:path";
import { parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { Clients } from "../../organization";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { initialize } from "./support/terraform-alone";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const config = configuration();
const PLATFORM = [
  ...["--platform", "github", "--repository", "octo-org@1/octo-repo@2", "--environment", "production"],
  ...["--workflow", ".github/workflows/apply.yml"],
];
const roleIn = (account: string) => `arn:aws:iam::${account}:role/org-baseline-plan`;

describeE2E("the pipeline's roles", () => {
  let trial: Trial;

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config });
  }, PLAN_TIMEOUT_MS);

  afterAll(() => trial.end());

  /** Environment of a job that has become the role that plans. */
  async function planning(): Promise<Record<string, string>> {
    const clients = new Clients(parseConfig(config), trial.emulator.env);
    const { Credentials } = await clients
      .at("111111111111")
      .sts()
      .send(new AssumeRoleCommand({ RoleArn: roleIn("111111111111"), RoleSessionName: "plan" }));
    return {
      ...trial.emulator.env,
      AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? "",
      AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? "",
      AWS_SESSION_TOKEN: Credentials?.SessionToken ?? "",
      TF_VAR_security_role_arn: roleIn("222222222222"),
      TF_VAR_log_archive_role_arn: roleIn("333333333333"),
    };
  }

  test(
    "are made by the stack that is written, once, and a stack is planned with the one that plans",
    async () => {
      // A stack of its own in the folder of the stacks, so that the same Terraform runs it.
      const folder = join(trial.deployment.outDir, "stacks", "bootstrap");
      expect(await trial.baseline("permissions", ...PLATFORM, "--out", folder, "--bootstrap")).toMatchObject({
        exitCode: 0,
      });
      const terraform = (...args: readonly string[]) => trial.deployment.terraform("bootstrap", args);
      await initialize(trial.deployment, "bootstrap");
      const applied = await terraform("apply", "-auto-approve");
      expect(applied.output).toMatch(/Apply complete! Resources: [1-9]\d+ added, 0 changed, 0 destroyed\./);
      expect(await terraform("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });

      const job = trial.workshop.deployment(await planning());
      expect(await job.synth()).toMatchObject({ exitCode: 0 });
      await initialize(job, "root-access");
      const planned = await job.terraform("root-access", ["plan"]);
      expect(planned.output).toContain("0 to change, 0 to destroy.");
    },
    PLAN_TIMEOUT_MS,
  );
});
