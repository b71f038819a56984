import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SupervisedCommands } from "../../../../processes/supervised-commands";
import { matching, type Artifacts } from "./artifacts";
import { filledIn, holds, type Context } from "./expressions";
import type { Job, Step, Workflow } from "../../../support/workflows";

/** What became of a job. */
export interface JobResult {
  readonly result: "success" | "failure" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
  /** What the steps printed, and the summary. */
  readonly log: string;
  readonly summary: string;
}

export interface World {
  /** Folder of a checkout that no other job has. */
  readonly checkout: string;
  readonly artifacts: Artifacts;
  /** `github`, `vars`, and `needs` of the job. */
  readonly context: Context;
  /** Environment of the runner. */
  readonly env: Readonly<Record<string, string>>;
  /** What a step has besides, once credentials were asked for. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** Actions that have nothing to do here: what they install is there. */
const PREPARED = ["actions/checkout", "actions/setup-node", "hashicorp/setup-terraform"];

/** Runs one job of a workflow step by step, as a runner would, with stand-ins for the actions, for npm ci and for gh. */
export class Runner {
  private readonly temp = mkdtempSync(join(tmpdir(), "org-baseline-runner-"));
  private readonly commands = new SupervisedCommands();
  private readonly steps: Record<string, { outputs: Record<string, string> }> = {};
  private readonly log: string[] = [];
  private hasCredentials = false;
  private hasFailed = false;

  constructor(
    private readonly workflow: Workflow,
    private readonly job: Job,
    private readonly world: World,
  ) {}

  async run(): Promise<JobResult> {
    const { job, context } = this;
    const failedBefore = Object.values((context["needs"] ?? {}) as Record<string, JobResult>).some(
      ({ result }) => result !== "success",
    );
    if (!holds(job.if, context, failedBefore)) return { result: "skipped", outputs: {}, log: "", summary: "" };
    writeFileSync(this.summaryFile, "");
    for (const step of job.steps) if (holds(step.if, this.context, this.hasFailed)) await this.step(step);
    const outputs = Object.entries(job.outputs ?? {}).map(([name, text]) => [name, filledIn(text, this.context)]);
    const summary = readFileSync(this.summaryFile, "utf8");
    rmSync(this.temp, { recursive: true });
    return {
      result: this.hasFailed ? "failure" : "success",
      outputs: Object.fromEntries(outputs) as Record<string, string>,
      log: this.log.join("\n"),
      summary,
    };
  }

  private get summaryFile(): string {
    return join(this.temp, "summary.md");
  }

  private get context(): Context {
    const { checkout, context } = this.world;
    return {
      needs: {},
      ...context,
      env: this.workflow.env ?? {},
      runner: { temp: this.temp },
      steps: this.steps,
      cancelled: () => false,
      hashFiles: (...patterns: readonly string[]) =>
        matching(checkout, patterns, { hidden: true }).length > 0 ? "a hash" : "",
    };
  }

  private async step(step: Step): Promise<void> {
    const isDone = step.uses === undefined ? await this.script(step) : this.action(step.uses, step);
    if (!isDone && step["continue-on-error"] !== true) this.hasFailed = true;
  }

  private action(uses: string, step: Step): boolean {
    const [name = ""] = uses.split("@");
    const given = (key: string) => filledIn(String(step.with?.[key] ?? ""), this.context);
    const { artifacts, checkout } = this.world;
    if (PREPARED.includes(name)) return true;
    if (name === "aws-actions/configure-aws-credentials") {
      this.hasCredentials = given("role-to-assume") !== "" && this.job.permissions?.["id-token"] === "write";
      return this.hasCredentials;
    }
    if (name === "actions/upload-artifact") {
      const isThere = artifacts.upload(given("name"), checkout, given("path").trim().split("\n"));
      return isThere || given("if-no-files-found") !== "error";
    }
    if (name === "actions/download-artifact") return artifacts.download(given("name"), given("path"));
    throw new Error(`no stand-in for ${uses}`);
  }

  private async script({ id = "", run = "", env = {} }: Step): Promise<boolean> {
    const output = join(this.temp, "output");
    writeFileSync(output, "");
    const hasPipefail = this.workflow.defaults?.run.shell === "bash";
    const given = { ...this.workflow.env, ...this.job.env, ...env };
    const { exitCode, output: said } = await this.commands.run(
      "bash",
      ["--noprofile", "--norc", hasPipefail ? "-eo" : "-e", ...(hasPipefail ? ["pipefail"] : []), "-c", run],
      {
        cwd: this.world.checkout,
        env: {
          ...this.world.env,
          ...(this.hasCredentials ? this.world.credentials : {}),
          ...Object.fromEntries(Object.entries(given).map(([name, text]) => [name, filledIn(text, this.context)])),
          RUNNER_TEMP: this.temp,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: this.summaryFile,
          GITHUB_REPOSITORY: "platform/org-baseline",
        },
        log: () => undefined,
      },
    );
    this.log.push(said);
    const lines = readFileSync(output, "utf8").split("\n").filter(Boolean);
    this.steps[id] = { outputs: Object.fromEntries(lines.map((line) => line.split("=", 2))) as Record<string, string> };
    return exitCode === 0;
  }
}
