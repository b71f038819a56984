import { runInNewContext } from "node:vm";
import { pipelineFile } from "../../../support/workflows";

export type Variables = Readonly<Record<string, string>>;

export interface Rule {
  readonly if: string;
  readonly when?: "manual";
}

export interface GitLabJob {
  readonly stage: string;
  readonly rules: readonly Rule[];
  readonly needs?: readonly string[];
  readonly id_tokens?: Readonly<Record<string, unknown>>;
  readonly variables?: Variables;
  readonly script: readonly string[];
  readonly cache?: { readonly key: string; readonly when: "always"; readonly paths: readonly string[] };
  readonly artifacts?: { readonly when?: "always"; readonly paths: readonly string[]; readonly reports?: Variables };
}

interface GitLabFile {
  readonly workflow: { readonly rules: readonly Rule[] };
  readonly default: object;
  readonly variables: Variables;
  /** Every other key is a job. */
  readonly jobs: Readonly<Record<string, GitLabJob>>;
}

/** Our file for GitLab. */
export function gitlabFile(): GitLabFile {
  const {
    workflow,
    default: common,
    variables,
    ...jobs
  } = pipelineFile("gitlab-ci/org-baseline.gitlab-ci.yml") as Omit<GitLabFile, "jobs"> & Record<string, unknown>;
  return { workflow, default: common, variables, jobs: jobs as GitLabFile["jobs"] };
}

/** Enough of GitLab's language for our own file: variables, texts, ==, !=, &&. One that is not set is null. */
export const holds = (condition: string, variables: Variables): boolean =>
  Boolean(
    runInNewContext(condition.replaceAll(/\$(\w+)/g, (_all, name: string) => JSON.stringify(variables[name] ?? null))),
  );
