import { CONFIG_OPTION } from "../contract/config-option";
import type { OptionTable, Values } from "../contract/options";
import { JOB_ROLES, PLATFORMS, type Pipeline } from "./trust";

const PLATFORM_NAMES = PLATFORMS.map(({ name }) => name);

/** A branch by its name: a pattern would trust whoever can push one. */
const isBranch = (text: string): boolean => /^[\w][\w./-]*$/.test(text) && !text.startsWith("refs/");

const isHost = (text: string): boolean => /^[a-z0-9.-]+(\/[\w./-]+)?$/i.test(text);

export const OPTIONS = {
  role: {
    takes: "many",
    value: "<role>",
    says: `${JOB_ROLES.join(", ")}. Default: plan and apply`,
    rule: { must: `be ${JOB_ROLES.join(", ")}`, holds: (text) => JOB_ROLES.some((name) => name === text) },
  },
  platform: {
    takes: "one",
    value: "<platform>",
    says: `who runs the pipeline, for the trust of the roles: ${PLATFORM_NAMES.join(", ")}`,
    rule: { must: `be one of ${PLATFORM_NAMES.join(", ")}`, holds: (text) => PLATFORM_NAMES.includes(text) },
  },
  repository: {
    takes: "one",
    value: "<repository>",
    says: "GitHub: owner/name, or owner@id/name@id. GitLab: group/project. Bitbucket: workspace/{uuid}",
  },
  branch: {
    takes: "one",
    value: "<name>",
    says: "the protected branch that is deployed. Default: main",
    rule: { must: "be the name of one branch, without wildcards", holds: isBranch },
  },
  environment: {
    takes: "one",
    value: "<name>",
    says: "environment of the job that applies. GitHub: its name. Bitbucket: its {uuid}",
  },
  workflow: {
    takes: "many",
    value: "<file>",
    says: "GitHub: workflow file whose jobs get credentials, as it is on the branch: .github/workflows/apply.yml",
  },
  project: {
    takes: "many",
    value: "<name>",
    says: "CodeBuild: first the project that plans, then the one that applies",
  },
  audience: {
    takes: "one",
    value: "<text>",
    says: "for whom the tokens are. Default: what the platform's own tools ask for",
  },
  issuer: {
    takes: "one",
    value: "<host>",
    says: "who issues the tokens, without https://: for GitHub Enterprise Server, or a GitLab of your own",
    rule: { must: "be a host, with its path if it has one, without https://", holds: isHost },
  },
  "state-bucket": {
    takes: "one",
    value: "<name>",
    says: "bucket of the state, where the configuration leaves it to the pipeline",
    rule: { must: "be the name of a bucket", holds: (text) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text) },
  },
  "state-key": { takes: "one", value: "<arn>", says: "KMS key of the state: an ARN, an id or an alias" },
  out: { takes: "one", value: "<folder>", says: "receives every document as a file. An earlier folder is replaced" },
  bootstrap: {
    takes: "nothing",
    says: "with --out: also a small stack, bootstrap.tf.json, that a person applies once",
  },
  "existing-provider": {
    takes: "nothing",
    says: "with --bootstrap: the provider of the platform's tokens is in the management account already",
  },
  ...CONFIG_OPTION,
  json: { takes: "nothing", says: "the answer for machines: every document" },
} as const satisfies OptionTable;

/** Who runs the pipeline, as the options say it; undefined where they name no platform. */
export const pipelineOf = (options: Values<typeof OPTIONS>): Pipeline | undefined => {
  const { platform, branch = "main", workflow, project, repository, environment, audience, issuer } = options;
  if (platform === undefined) return undefined;
  return { platform, repository, branch, environment, workflows: workflow, projects: project, audience, issuer };
};
