import { mistake } from "../../contract/mistake";
import { bitbucket } from "./bitbucket";
import { codebuild } from "./codebuild";
import { github } from "./github";
import { gitlab } from "./gitlab";
import type { Pipeline, PipelineOption, Platform } from "./platform";

export { JOB_ROLES, type JobRole, type Pipeline, type Platform } from "./platform";
export type { Issuer, TrustStatement } from "./web-identity";

/** Every platform whose jobs can be trusted, in the order of the help. */
export const PLATFORMS: readonly Platform[] = [github, gitlab, bitbucket, codebuild];

const given = (pipeline: Pipeline): Readonly<Record<Exclude<PipelineOption, "branch">, boolean>> => ({
  repository: pipeline.repository !== undefined,
  environment: pipeline.environment !== undefined,
  workflow: pipeline.workflows.length > 0,
  audience: pipeline.audience !== undefined,
  issuer: pipeline.issuer !== undefined,
  project: pipeline.projects.length > 0,
});

/** The platform of a pipeline. Ends with a mistake where an option is missing, has no sense there or a wrong form. */
export function platformOf(pipeline: Pipeline): Platform {
  const platform = PLATFORMS.find(({ name }) => name === pipeline.platform);
  if (platform === undefined)
    return mistake("--platform", `be one of ${PLATFORMS.map(({ name }) => name).join(", ")}`, pipeline.platform);
  for (const [option, is] of Object.entries(given(pipeline)) as [PipelineOption, boolean][]) {
    const needed = platform.needs.includes(option);
    if (needed && !is) mistake(`--${option}`, `be given with --platform ${platform.name}`);
    if (is && !needed && !platform.takes.includes(option))
      mistake(`--${option}`, `be left out with --platform ${platform.name}`);
  }
  platform.check(pipeline);
  return platform;
}
