import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Emulator } from "../../../../emulator/start";
import { SupervisedCommands } from "../../../../processes/supervised-commands";
import { Artifacts } from "./artifacts";
import { jobEnvironment } from "./environment";
import { gitlabFile, holds, type GitLabJob, type Rule, type Variables } from "./gitlab-file";
import { BASE_BRANCH, CHANGE_BRANCH, type Origin } from "./origin";

/** What became of a job. One that waits for a person is `manual`. */
export interface GitLabResult {
  readonly result: "success" | "failure" | "manual" | "skipped";
  readonly log: string;
}

/** GitLab's own order of stages, where a file names none. */
const STAGES = ["build", "test", "deploy"];

/** Settings of the project, as the page asks for them. */
const role = (name: string) => `arn:aws:iam::111111111111:role/org-baseline-${name}`;
const SETTINGS: Variables = {
  ORG_BASELINE_REGION: "us-east-1",
  ORG_BASELINE_PLAN_ROLE: role("plan"),
  ORG_BASELINE_APPLY_ROLE: role("apply"),
  ORG_BASELINE_EVIDENCE_ROLE: role("evidence"),
};

/** Variables that GitLab gives a pipeline, by what started it. A fork's merge request runs in the fork. */
const CI: Readonly<Record<"merge request" | "fork" | "push" | "schedule", Variables>> = {
  "merge request": {
    CI_PIPELINE_SOURCE: "merge_request_event",
    CI_PROJECT_ID: "1",
    ...{ CI_MERGE_REQUEST_PROJECT_ID: "1", CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "1" },
  },
  fork: {
    CI_PIPELINE_SOURCE: "merge_request_event",
    CI_PROJECT_ID: "2",
    ...{ CI_MERGE_REQUEST_PROJECT_ID: "1", CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "2" },
  },
  push: { CI_PIPELINE_SOURCE: "push", CI_PROJECT_ID: "1", CI_COMMIT_BRANCH: BASE_BRANCH },
  schedule: { CI_PIPELINE_SOURCE: "schedule", CI_PROJECT_ID: "1", CI_COMMIT_BRANCH: BASE_BRANCH },
};

/** A pipeline of our file for GitLab, run stage after stage, each job in a new checkout. */
export class Pipeline {
  readonly results: Record<string, GitLabResult> = {};
  readonly artifacts: Artifacts;
  /** What a job leaves for the same job of later pipelines. */
  private readonly caches: Artifacts;
  private readonly jobs: readonly (readonly [name: string, job: GitLabJob])[];
  private readonly whole = gitlabFile();
  private readonly given: Variables;

  private constructor(
    private readonly origin: Origin,
    private readonly emulator: Emulator,
    private readonly source: keyof typeof CI,
  ) {
    this.given = { ...CI[source], CI_DEFAULT_BRANCH: BASE_BRANCH, ...SETTINGS, ...this.whole.variables };
    this.artifacts = new Artifacts(mkdtempSync(join(origin.folder, "gitlab-")));
    this.caches = new Artifacts(join(origin.folder, "gitlab-caches"));
    const isRun = this.whole.workflow.rules.some((rule) => holds(rule.if, this.given));
    this.jobs = Object.entries(this.whole.jobs)
      .filter(([, job]) => isRun && this.ruleOf(job) !== undefined)
      .sort(([, a], [, b]) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  }

  /** Runs it up to the jobs that wait for a person. `left`: jobs that are not run here. */
  static async run(origin: Origin, emulator: Emulator, source: keyof typeof CI, left: readonly string[] = []) {
    const pipeline = new Pipeline(origin, emulator, source);
    for (const [name, job] of pipeline.jobs.filter(([each]) => !left.includes(each))) await pipeline.begin(name, job);
    return pipeline;
  }

  /** A person starts a job that waited. */
  async play(name: string): Promise<GitLabResult> {
    const [, job] = this.jobs.find(([each]) => each === name) ?? [];
    if (job === undefined || this.results[name] === undefined) throw new Error(`${name} waits for nobody`);
    return (this.results[name] = await this.script(name, job));
  }

  private ruleOf = ({ rules }: GitLabJob): Rule | undefined => rules.find((rule) => holds(rule.if, this.given));

  private async begin(name: string, job: GitLabJob): Promise<void> {
    const before = (job.needs ?? []).map((each) => this.results[each]?.result);
    if (before.some((result) => result !== "success")) this.results[name] = { result: "skipped", log: "" };
    else if (this.ruleOf(job)?.when === "manual") this.results[name] = { result: "manual", log: "" };
    else this.results[name] = await this.script(name, job);
  }

  /** As GitLab's runner runs it with bash: all lines in one shell, which ends with the first that fails. */
  private async script(name: string, job: GitLabJob): Promise<GitLabResult> {
    const folder = this.origin.checkout(
      this.source === "push" || this.source === "schedule" ? BASE_BRANCH : CHANGE_BRANCH,
    );
    for (const each of job.needs ?? []) this.artifacts.download(each, folder);
    if (job.cache !== undefined) this.caches.download(job.cache.key, folder);
    const variables = { ...this.given, ...job.variables };
    if (Object.values(variables).some((value) => value.includes("$")))
      throw new Error("no stand-in for $ in a variable");
    const tokens = Object.keys(job.id_tokens ?? {}).map((token) => [token, "a.token.of-the-platform"]);
    // The session that AWS gives for the token. The provider asks AWS itself for it, whatever endpoint it is given.
    const session = tokens.length === 0 ? {} : this.emulator.env;
    const { exitCode, output: log } = await new SupervisedCommands().run(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", job.script.join("\n")],
      {
        cwd: folder,
        env: { ...jobEnvironment(), ...variables, ...session, ...(Object.fromEntries(tokens) as Variables) },
        log: () => undefined,
      },
    );
    if (job.cache !== undefined) this.caches.upload(job.cache.key, folder, job.cache.paths, ".");
    const { when, paths = [], reports = {} } = job.artifacts ?? {};
    if (exitCode === 0 || when === "always")
      this.artifacts.upload(name, folder, [...paths, ...Object.values(reports)], ".");
    return { result: exitCode === 0 ? "success" : "failure", log };
  }
}
