import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareTerraform } from "../../terraform/terraform";
import { describeE2E } from "./support/describe-e2e";

const HOSTILE = { TF_CLI_ARGS: "-input=false", TF_LOG: "trace", TF_CLI_ARGS_version: "-no-such-flag" };

describeE2E("where the caller's settings would break `terraform version`", () => {
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-hostile-"));
  const before = { ...process.env };
  beforeAll(() => Object.assign(process.env, HOSTILE));
  afterAll(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });

  test("Terraform is found, and its version is read", async () => {
    const { version } = await prepareTerraform({ workDir: folder, log: () => undefined });
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
