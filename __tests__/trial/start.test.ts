import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Progress } from "../../trial/progress";
import { start, type StartOptions } from "../../trial/start";
import type { TrialParts } from "../../trial/trial";
import { FakeDeployment } from "./fake-deployment";
import { RecordedScreen } from "./screen";

/** Runs the command without AWS and Terraform, and tells what became of everything. */
async function run(deployment: FakeDeployment, options: Partial<StartOptions> = {}) {
  const screen = new RecordedScreen();
  const seen = { workDir: "", stopped: 0 };
  const parts: TrialParts = {
    prepareTerraform: ({ log }) => {
      log("Terraform 1.11.4");
      return Promise.resolve({ binary: "terraform", version: "1.11.4", env: { TF_CLI_CONFIG_FILE: "terraform.rc" } });
    },
    startEmulator: () =>
      Promise.resolve({
        endpoint: "http://127.0.0.1:5000",
        env: {},
        setFaultRate: () => Promise.resolve(),
        stop: () => Promise.resolve(void (seen.stopped += 1)),
      }),
    deployment: ({ workDir }) => {
      seen.workDir = workDir;
      return deployment;
    },
    readBack: () => Promise.resolve(["root-access", "  central root        RootSessions"]),
  };
  const exitCode = await start({ progress: new Progress(screen), env: {}, nodeVersion: "v22.0.0", parts, ...options });
  return { exitCode, text: screen.text, ...seen };
}

test("a good run shows what protects the organization, stops everything and leaves nothing", async () => {
  const deployment = new FakeDeployment();
  const { exitCode, text, workDir, stopped } = await run(deployment);
  expect(text.replace(/\d+ min \d+ s/, "2 min 0 s").replace(/\(\d+ s\)/g, "(0 s)")).toBe(
    [
      "Org Baseline: examples/existing-organization.ts on a local AWS organization. No AWS account is touched.",
      "",
      "  ...  start a local AWS organization",
      "  ok   start a local AWS organization: Terraform 1.11.4 (0 s)",
      "  ...  synthesize",
      "  ok   synthesize: 3 stacks, 117 resources (0 s)",
      "  ...  cdktf deploy",
      "  ok   cdktf deploy: every stack is deployed (0 s)",
      "  ...  read back from the AWS API",
      "  ok   read back from the AWS API: done (0 s)",
      "",
      "What protects the organization now:",
      "",
      "root-access",
      "  central root        RootSessions",
      "",
      "  ...  cdktf diff",
      "  ok   cdktf diff: 3 of 3 stacks have nothing to change (0 s)",
      "",
      "Nothing is left to change. Everything that was started is stopped (2 min 0 s).",
      "",
    ].join("\n"),
  );
  expect({ exitCode, stopped, kept: existsSync(workDir) }).toEqual({ exitCode: 0, stopped: 1, kept: false });
  expect(deployment.calls.at(-1)).toBe("kill");
});

test("a failed deployment shows the error, stops everything and keeps the folder with the log", async () => {
  const { exitCode, text, workDir, stopped } = await run(new FakeDeployment({ deployExitCode: 1 }));
  expect(text).toMatch(/FAILED cdktf deploy \(\d+ s\)\n/);
  expect(text).toContain("cdktf deploy ended with exit code 1:\n\nError: the provider said no");
  expect(text).toContain(`Kept for a look: ${workDir} (log: ${join(workDir, "trial.log")}).`);
  expect({ exitCode, stopped, kept: existsSync(join(workDir, "trial.log")) }).toEqual({
    exitCode: 1,
    stopped: 1,
    kept: true,
  });
  rmSync(workDir, { recursive: true });
});

test("what is left to change is named and fails the run", async () => {
  const { exitCode, text, workDir } = await run(new FakeDeployment({ changed: "guardrails" }));
  expect(text).toContain("  guardrails: update aws_organizations_policy.deny-root-user\n");
  expect(exitCode).toBe(1);
  rmSync(workDir, { recursive: true });
});

test("KEEP_TRIAL keeps the folder", async () => {
  const { exitCode, text, workDir } = await run(new FakeDeployment(), { env: { KEEP_TRIAL: "1" } });
  expect(text).toContain(`Kept for a look: ${workDir}`);
  expect(exitCode).toBe(0);
  rmSync(workDir, { recursive: true });
});

test("nothing is started on a Node that the CDKTF CLI does not run on", async () => {
  const { exitCode, text, workDir } = await run(new FakeDeployment(), { nodeVersion: "v24.0.0" });
  expect(text).toMatch(/^Node.js must be 20 or 22, got v24\.0\.0: /);
  expect({ exitCode, workDir }).toEqual({ exitCode: 1, workDir: "" });
});

test("nothing is started for the configuration of another organization", async () => {
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-config-"));
  const configPath = join(folder, "baseline.config.ts");
  const shipped = join(__dirname, "..", "..", "baseline.config");
  writeFileSync(
    configPath,
    `import shipped from ${JSON.stringify(shipped)};\nexport default { ...shipped, organization: { mode: "existing", id: "o-otherorgid1" } };\n`,
  );
  const { exitCode, text, workDir } = await run(new FakeDeployment(), { configPath });
  rmSync(folder, { recursive: true });
  expect(text).toContain("organization.id must be o-exampleorgid, as in the local organization");
  expect(text).toContain("git stash push baseline.config.ts; npm start; git stash pop");
  expect({ exitCode, workDir }).toEqual({ exitCode: 1, workDir: "" });
});

test("BASELINE_CONFIG is said not to be read", async () => {
  const { text } = await run(new FakeDeployment(), { env: { BASELINE_CONFIG: "examples/greenfield.ts" } });
  expect(text).toMatch(
    /^BASELINE_CONFIG is not read here: this trial always deploys examples\/existing-organization\.ts\.\n/,
  );
});
