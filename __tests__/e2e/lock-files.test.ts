import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { existingOrganization } from "../../emulator/organization-seed";
import { readPlanFolder } from "../../terraform/plan-folder";
import { hashOf } from "../../terraform/planning/lock-files";
import { platformName } from "../../terraform/provider-mirror";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { requirements } from "./support/requirements";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const STACK = "root-access";

describeE2E("the lock file of a stack", () => {
  let trial: Trial;
  let file: string;
  const plan = (out = "plans") =>
    trial.baseline("plan", STACK, "--locked", "--no-organization", "--out", join(trial.workshop.folder, out));

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config: configuration() });
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
    file = join(trial.deployment.outDir, "stacks", STACK, ".terraform.lock.hcl");
  }, PLAN_TIMEOUT_MS);

  afterAll(() => trial.end());

  /** What is handed to `-fs-mirror`, where the tests have a mirror. Elsewhere, the registry is asked. */
  function mirror(): readonly string[] {
    const { TF_CLI_CONFIG_FILE: config } = requirements().terraformEnv;
    const [, path] = (config === undefined ? null : /path = "(.+)"/.exec(readFileSync(config, "utf8"))) ?? [];
    return path === undefined ? [] : [`-fs-mirror=${path}`];
  }

  test(
    "is made by Terraform, stays when its stack is synthesized anew, and decides what is planned",
    async () => {
      expect((await plan()).output).toContain("-lockfile=readonly");
      const lock = ["providers", "lock", ...mirror(), `-platform=${platformName()}`];
      expect(await trial.deployment.terraform(STACK, lock)).toMatchObject({ exitCode: 0 });
      const text = readFileSync(file, "utf8");

      trial.reconfigure(configuration({ tags: { Owner: "somebody-else" } }));
      const planned = await plan();
      expect([planned.output, planned.exitCode]).toEqual([planned.output, 2]);
      expect(readFileSync(file, "utf8")).toBe(text);
      const { manifest } = readPlanFolder(join(trial.workshop.folder, "plans"));
      expect(manifest.lockFile).toBe(hashOf([[STACK, text]]));
      expect(Object.values(manifest.provider)).toEqual([/version += "(.+)"/.exec(text)?.[1]]);
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "keeps out a provider that is not the one that was locked",
    async () => {
      const text = readFileSync(file, "utf8");
      const other = text.replaceAll(/"(h1|zh):[^"]+"/g, (_all, kind: string) =>
        kind === "h1" ? '"h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="' : `"zh:${"0".repeat(64)}"`,
      );
      writeFileSync(file, other);
      rmSync(join(trial.deployment.outDir, "stacks", STACK, ".terraform"), { recursive: true });
      const refused = await plan("other");
      expect([refused.exitCode, refused.output]).toEqual([1, expect.stringMatching(/doesn't\s+match any of the/)]);
      expect(readFileSync(file, "utf8")).toBe(other);
    },
    PLAN_TIMEOUT_MS,
  );
});
