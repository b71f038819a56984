import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BaselineConfig } from "../../../../config";
import type { Emulator } from "../../../../emulator/start";
import { workflow } from "../../../support/workflows";
import { Artifacts } from "./artifacts";
import { jobEnvironment } from "./environment";
import { BASE_BRANCH, CHANGE_BRANCH, configured, type Files, type Origin } from "./origin";
import { Runner, type JobResult, type World } from "./runner";

/** What the stand-in for GitHub keeps. */
interface Kept {
  readonly statuses: readonly { readonly state: string; readonly sha: string }[];
  readonly comments: readonly { readonly body: string }[];
  readonly issues: readonly { readonly state: string; readonly body: string; readonly "labels[]": string }[];
}

const REPOSITORY = "platform/org-baseline";
const SHA = "0123456789abcdef0123456789abcdef01234567";
const VARS = {
  ORG_BASELINE_REGION: "us-east-1",
  ORG_BASELINE_PLAN_ROLE: "plan",
  ORG_BASELINE_APPLY_ROLE: "apply",
  ORG_BASELINE_EVIDENCE_ROLE: "evidence",
};
const GITHUB = { repository: REPOSITORY, token: "a token", server_url: "https://github.example.com", run_id: 1 };

/** A repository at GitHub with our workflows, in which pull requests are opened and merged. */
export class Repository {
  private readonly folder: string;
  private readonly file: string;
  private uploads = 0;

  constructor(
    private readonly origin: Origin,
    private readonly emulator: Emulator,
  ) {
    this.folder = mkdtempSync(join(origin.folder, "github-"));
    this.file = join(this.folder, "github.json");
    const pull = { number: 7, state: "open", label: "platform:change", head: { sha: SHA } };
    writeFileSync(this.file, JSON.stringify({ statuses: [], comments: [], issues: [], pulls: [pull] }));
  }

  /** What the jobs have told so far. */
  get told(): Kept {
    return JSON.parse(readFileSync(this.file, "utf8")) as Kept;
  }

  /** Issues of a weekly look. */
  issues(look: "drift" | "evidence"): Kept["issues"] {
    return this.told.issues.filter((issue) => issue["labels[]"] === `org-baseline-${look}`);
  }

  artifacts(): Artifacts {
    this.uploads += 1;
    return this.lastArtifacts;
  }

  /** Files of an artifact that the last look kept. */
  artifactsOf(name: string): readonly string[] {
    return this.lastArtifacts.filesOf(name);
  }

  private get lastArtifacts(): Artifacts {
    return new Artifacts(join(this.folder, `artifacts-${this.uploads}`));
  }

  /** Runs one job of a workflow in a new checkout. */
  job(
    name: string,
    id: string,
    { branch = BASE_BRANCH, artifacts, event = {}, needs = {} }: JobInput,
  ): Promise<JobResult> {
    const whole = workflow(name);
    const one = whole.jobs[id];
    if (one === undefined) throw new Error(`${name} has no job ${id}`);
    const world: World = {
      checkout: this.origin.checkout(branch),
      artifacts,
      context: { github: { ...GITHUB, event }, vars: VARS, needs },
      env: { ...jobEnvironment(), GITHUB_STAND_IN: this.file },
      credentials: this.emulator.env,
    };
    return new Runner(whole, one, world).run();
  }

  /** A pull request from this repository or from a fork: what becomes of each job that reviews it. */
  async pullRequest(config: BaselineConfig, from = REPOSITORY) {
    const artifacts = this.artifacts();
    const synthesized = await this.synthesize(configured(config), artifacts, from);
    expect([synthesized.log, synthesized.result]).toEqual([synthesized.log, "success"]);
    return this.review(artifacts, from);
  }

  /** The job of a pull request that has no credentials. */
  synthesize(change: Files, artifacts: Artifacts, from = REPOSITORY): Promise<JobResult> {
    this.origin.propose(change);
    return this.job("pull-request", "synthesize", { branch: CHANGE_BRANCH, artifacts, event: eventOf(from) });
  }

  /** What becomes of what was handed over. */
  async review(artifacts: Artifacts, from = REPOSITORY) {
    const event = eventOf(from);
    const plan = await this.job("review", "plan", { artifacts, event });
    const fork = await this.job("review", "fork", { artifacts, event });
    const tell = await this.job("review", "tell", { artifacts, event, needs: { plan, fork } });
    expect([tell.log, tell.result]).toEqual([tell.log, "success"]);
    return { plan, fork };
  }

  /** A push to the base branch; `meanwhile` happens while somebody approves. */
  async merge(config: BaselineConfig, meanwhile = () => Promise.resolve()) {
    this.origin.merge(configured(config));
    const artifacts = this.artifacts();
    const plan = await this.job("apply", "plan", { artifacts });
    await meanwhile();
    return { plan, apply: await this.job("apply", "apply", { artifacts, needs: { plan } }) };
  }

  /** A weekly look, or what is told of a look that is over. */
  async weekly(name: "drift" | "evidence", over?: JobResult): Promise<JobResult> {
    const artifacts = over === undefined ? this.artifacts() : this.lastArtifacts;
    const look = over ?? (await this.job(name, "look", { artifacts }));
    const tell = await this.job(name, "tell", { artifacts, needs: { look } });
    expect([tell.log, tell.result]).toEqual([tell.log, "success"]);
    return look;
  }
}

interface JobInput {
  /** @default - the base branch */
  readonly branch?: string;
  readonly artifacts: Artifacts;
  readonly event?: object;
  readonly needs?: object;
}

/** What GitHub says of the pull request's own workflow when it is done. */
const eventOf = (from: string) => ({
  workflow_run: {
    ...{ conclusion: "success", event: "pull_request", head_branch: "change", head_sha: SHA, id: 1 },
    head_repository: { full_name: from, owner: { login: from.split("/")[0] } },
  },
});
