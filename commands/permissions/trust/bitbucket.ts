import { mistake } from "../../contract/mistake";
import type { Pipeline, Platform } from "./platform";
import { trustedToken, type Issuer } from "./web-identity";

const UUID = String.raw`\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}`;
const REPOSITORY = new RegExp(String.raw`^([\w.-]+)/(${UUID})$`);

function partsOf({ repository = "" }: Pipeline): readonly [workspace: string, uuid: string] {
  const [, workspace = "", uuid = ""] = REPOSITORY.exec(repository) ?? [];
  if (uuid === "") mistake("--repository", "be workspace/{uuid of the repository}", repository);
  return [workspace, uuid];
}

const issuerOf = (pipeline: Pipeline): Issuer => ({
  host: `api.bitbucket.org/2.0/workspaces/${partsOf(pipeline)[0]}/pipelines-config/identity/oidc`,
  audience: pipeline.audience ?? "",
});

/**
 * The subject is `{repository}:{environment}:{step}`, without the environment where the step has none. The id of the
 * step is another one in each run, so that it alone stays open.
 * Source: Bitbucket Cloud documentation, Integrate Pipelines with resource servers using OIDC.
 */
export const bitbucket: Platform = {
  name: "bitbucket",
  needs: ["repository", "environment", "audience"],
  takes: [],
  issuer: issuerOf,
  check: (pipeline) => {
    partsOf(pipeline);
    if (!new RegExp(`^${UUID}$`).test(pipeline.environment ?? ""))
      mistake("--environment", "be the {uuid} of the deployment environment", pipeline.environment);
    if (!/^ari:cloud:bitbucket::workspace\/[0-9a-f-]{36}$/.test(pipeline.audience ?? ""))
      mistake("--audience", "be ari:cloud:bitbucket::workspace/<uuid of the workspace>", pipeline.audience);
  },
  trust: (role, pipeline, location) => {
    const issuer = issuerOf(pipeline);
    const [, uuid] = partsOf(pipeline);
    const subject = role === "apply" ? `${uuid}:${pipeline.environment ?? ""}:*` : `${uuid}:*`;
    return trustedToken(location, issuer, { StringLike: { [`${issuer.host}:sub`]: subject } });
  },
  notes: () => [
    "Bitbucket's subject names no branch: the deployment environment must be restricted to the protected branch, and any step of the repository, on any branch, can plan.",
  ],
};
