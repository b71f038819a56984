import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";

/** A step of a job, as far as its file says it. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: boolean;
}

export interface Job {
  readonly name: string;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly "runs-on": string;
  readonly "timeout-minutes"?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** A workflow of GitHub Actions. */
export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: object;
  readonly defaults?: { readonly run: { readonly shell: string } };
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = resolve(__dirname, "../../pipelines");

/** A file of pipelines/, read as YAML. */
export const pipelineFile = (path: string): unknown => parse(readFileSync(resolve(FOLDER, path), "utf8"));

/** Reads a workflow that we ship. */
export const workflow = (name: string): Workflow => pipelineFile(`github-actions/org-baseline-${name}.yml`) as Workflow;

/** Names of the workflows that we ship, as `workflow` takes them. */
export const WORKFLOWS = ["pull-request", "review", "apply", "drift", "evidence"] as const;

/** Where the pipelines lie. */
export const PIPELINES = FOLDER;
