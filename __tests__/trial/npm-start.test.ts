import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Progress } from "../../trial/progress";
import { npmStart, type StartOptions } from "../../trial/npm-start";
import { REAL_PARTS, type TrialParts } from "../../trial/trial";
import { FakeDeployment } from "./fake-deployment";
import { RecordedScreen } from "./screen";

/** Runs the command without AWS and Terraform, and tells what became of everything. */
async function run(deployment: FakeDeployment, options: Partial<StartOptions> = {}) {
  const screen = new RecordedScreen();
  const seen = { workDir: "", stopped: 0, configFile: "", organization: "" };
  const parts: TrialParts = {
    prepareTerraform: ({ log }) => {
      log("Terraform 1.11.4");
      return Promise.resolve({
        binary: "terraform",
        tool: "Terraform",
        version: "1.11.4",
        env: { TF_CLI_CONFIG_FILE: "terraform.rc" },
      });
    },
    startEmulator: ({ seed }) => {
      seen.organization = seed.organization.id;
      return Promise.resolve({
        endpoint: "http://127.0.0.1:5000",
        env: {},
        ended: new Promise<readonly string[]>(() => undefined),
        setFaultRate: () => Promise.resolve(),
        carryAlerts: () => Promise.resolve(),
        expireCredentials: () => Promise.resolve(),
        stop: () => Promise.resolve(void (seen.stopped += 1)),
      });
    },
    deployment: ({ workDir, configFile }) => {
      seen.workDir = workDir;
      seen.configFile = configFile;
      mkdirSync(join(workDir, "cdktf.out"));
      return deployment;
    },
    readBack: () => Promise.resolve(["root-access", "  central root        RootSessions"]),
  };
  const exitCode = await npmStart({ args: [], progress: new Progress(screen), env: {}, parts, ...options });
  return { exitCode, text: screen.text, ...seen };
}

test("a good run shows what protects the organization, stops everything and leaves nothing", async () => {
  const deployment = new FakeDeployment();
  const { exitCode, text, workDir, stopped } = await run(deployment);
  expect(text.replace(/\d+ min \d+ s/, "2 min 0 s").replace(/\(\d+ s\)/g, "(0 s)")).toBe(
    [
      "Org Baseline: baseline.config.ts on a local AWS organization. No AWS account is touched.",
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

test("nothing is started where the CDKTF CLI cannot start", async () => {
  const { exitCode, text, workDir } = await run(new FakeDeployment(), { cliProblem: () => "no terminal module" });
  expect({ exitCode, text, workDir }).toEqual({ exitCode: 1, text: "no terminal module\n", workDir: "" });
});

test("--help says what is done, a mistake says what is wrong, and nothing is started", async () => {
  const help = await run(new FakeDeployment(), { args: ["--help"] });
  expect(help.text).toContain("npm start [-- <configuration>]");
  expect({ exitCode: help.exitCode, workDir: help.workDir }).toEqual({ exitCode: 0, workDir: "" });
  const mistake = await run(new FakeDeployment(), { args: ["a.ts", "b.ts"] });
  expect(mistake.text).toBe('npm start must name one configuration, got "b.ts" (npm start -- --help)\n');
  expect({ exitCode: mistake.exitCode, workDir: mistake.workDir }).toEqual({ exitCode: 1, workDir: "" });
});

test("what fails before anything is deployed leaves no folder", async () => {
  const made: string[] = [];
  const { exitCode, text } = await run(new FakeDeployment(), {
    parts: {
      ...REAL_PARTS,
      prepareTerraform: ({ workDir }) => {
        made.push(workDir);
        return Promise.reject(new Error("neither terraform nor tofu is on PATH"));
      },
    },
  });
  expect(text).toContain("\nneither terraform nor tofu is on PATH\n");
  expect(text).not.toContain("Kept for a look");
  expect({ exitCode, left: made.filter((folder) => existsSync(folder)) }).toEqual({ exitCode: 1, left: [] });
});

describe("a configuration of one's own", () => {
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-config-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The shipped configuration with other fields, in a file. */
  function own(name: string, fields: string): string {
    const file = join(folder, name);
    const shipped = join(__dirname, "..", "..", "baseline.config");
    writeFileSync(file, `import shipped from ${JSON.stringify(shipped)};\nexport default { ...shipped, ${fields} };\n`);
    return file;
  }

  test("is tried on an organization of its own", async () => {
    const file = own("own.config.ts", 'organization: { mode: "existing", id: "o-otherorgid1" }');
    const { exitCode, text, configFile, organization } = await run(new FakeDeployment(), { args: [file] });
    expect(text).toContain(`Org Baseline: ${file} on a local AWS organization.`);
    expect({ exitCode, configFile, organization }).toEqual({
      exitCode: 0,
      configFile: file,
      organization: "o-otherorgid1",
    });
  });

  test("may be named in BASELINE_CONFIG", async () => {
    const file = own("named.config.ts", 'name: "named"');
    const { configFile } = await run(new FakeDeployment(), { env: { BASELINE_CONFIG: file } });
    expect(configFile).toBe(file);
  });

  test("is tried without what only its organization has, and says so", async () => {
    const backend = '{ type: "s3", bucket: "example-terraform-state", region: "us-east-1" }';
    const file = own("s3.config.ts", `terraform: { backend: ${backend} }`);
    const { exitCode, text, configFile, workDir } = await run(new FakeDeployment(), { args: [file] });
    expect(text).toContain(`Not tried: terraform.backend: state stays in the trial's folder, not in "s3"\n`);
    expect({ exitCode, configFile }).toEqual({ exitCode: 0, configFile: join(workDir, "tried.config.ts") });
  });

  test("that no local organization can stand for is named with all its reasons, and nothing is started", async () => {
    const attach = '[{ id: "deny-root-user", targets: ["root", "ou-abcd-12345678"] }]';
    const file = own("ids.config.ts", `guardrails: { attach: ${attach} }`);
    const { exitCode, text, workDir } = await run(new FakeDeployment(), { args: [file] });
    expect(text).toBe(
      `${file}, as a trial on a local organization, has 1 problem:\n` +
        "  guardrails.attach[0].targets[1] must be a path such as Workloads/Prod to be tried here: a local unit has an id of its own, " +
        'got "ou-abcd-12345678"\n',
    );
    expect({ exitCode, workDir }).toEqual({ exitCode: 1, workDir: "" });
  });

  test("that does not exist is a mistake", async () => {
    const { exitCode, text, workDir } = await run(new FakeDeployment(), { args: [join(folder, "nothing.ts")] });
    expect(text).toContain("must name a file that exists");
    expect({ exitCode, workDir }).toEqual({ exitCode: 1, workDir: "" });
  });
});
