import { mistake } from "../../contract/mistake";
import type { JobRole, Pipeline, Platform } from "./platform";
import { trustedToken, type Issuer } from "./web-identity";

const HOST = "token.actions.githubusercontent.com";
const FORM = /^([\w-]+)(?:@(\d+))?\/([\w.-]+)(?:@(\d+))?$/;

interface Repository {
  readonly name: string;
  /** Ids of owner and repository, which no other ever gets. */
  readonly ids?: { readonly owner: string; readonly repository: string };
}

function repositoryOf({ repository = "" }: Pipeline): Repository {
  const [, owner = "", ownerId, name = "", id] = FORM.exec(repository) ?? [];
  if (owner === "" || (ownerId === undefined) !== (id === undefined))
    mistake("--repository", "be owner/name or owner@id/name@id, without wildcards", repository);
  const ids = ownerId === undefined || id === undefined ? undefined : { owner: ownerId, repository: id };
  return { name: `${owner}/${name}`, ...(ids === undefined ? {} : { ids }) };
}

/**
 * Beginnings of the subject. Repositories that were created, renamed or transferred since July 2026 send ids beside the
 * names, the others names alone, until they opt in.
 * Source: GitHub documentation, OpenID Connect, immutable subject claims.
 */
function subjectsOf(pipeline: Pipeline): readonly string[] {
  const { name, ids } = repositoryOf(pipeline);
  const [owner = "", repository = ""] = name.split("/");
  return [`repo:${name}`, ...(ids === undefined ? [] : [`repo:${owner}@${ids.owner}/${repository}@${ids.repository}`])];
}

const issuerOf = ({ issuer = HOST, audience = "sts.amazonaws.com" }: Pipeline): Issuer => ({ host: issuer, audience });

/** AWS reads more claims than audience and subject of github.com alone. */
const isPinned = (pipeline: Pipeline): boolean => issuerOf(pipeline).host === HOST;

/**
 * What follows: a job with an environment names it and nothing else, one of a pull request says so, others their ref.
 * Without the pin, a pull request could edit the workflow that plans it: it then gets no credentials.
 */
const ENDINGS: Readonly<Record<JobRole, (pipeline: Pipeline) => readonly string[]>> = {
  plan: (pipeline) => [...(isPinned(pipeline) ? ["pull_request"] : []), `ref:refs/heads/${pipeline.branch}`],
  apply: ({ environment = "" }) => [`environment:${environment}`],
  evidence: ({ branch }) => [`ref:refs/heads/${branch}`],
};

/**
 * The workflow file as it is on the base branch: a pull request that edits the workflow runs another one, and gets no
 * credentials.
 * Source: AWS STS, validation of claims of GitHub (January 2026), for github.com alone.
 */
function pinned(pipeline: Pipeline): Readonly<Record<string, string | readonly string[]>> {
  const { name, ids } = repositoryOf(pipeline);
  if (!isPinned(pipeline)) return {};
  return {
    [`${HOST}:job_workflow_ref`]: pipeline.workflows.map((path) => `${name}/${path}@refs/heads/${pipeline.branch}`),
    ...(ids === undefined ? {} : { [`${HOST}:repository_id`]: ids.repository }),
  };
}

export const github: Platform = {
  name: "github",
  needs: ["repository", "environment", "workflow"],
  takes: ["branch", "audience", "issuer"],
  issuer: issuerOf,
  check: (pipeline) => {
    repositoryOf(pipeline);
    const wrong = pipeline.workflows.find((path) => !/^\.github\/workflows\/[\w.-]+\.ya?ml$/.test(path));
    if (wrong !== undefined) mistake("--workflow", "be a file such as .github/workflows/apply.yml", wrong);
    if (!/^[\w .-]{1,255}$/.test(pipeline.environment ?? ""))
      mistake("--environment", "be the name of a GitHub environment, without wildcards", pipeline.environment);
  },
  trust: (role, pipeline, location) => {
    const issuer = issuerOf(pipeline);
    const subjects = subjectsOf(pipeline).flatMap((start) => ENDINGS[role](pipeline).map((end) => `${start}:${end}`));
    return trustedToken(location, issuer, {
      StringEquals: { [`${issuer.host}:sub`]: subjects, ...pinned(pipeline) },
    });
  },
  notes: (pipeline) => [
    ...(repositoryOf(pipeline).ids === undefined
      ? [
          "The subject names the repository alone. One that was created, renamed or transferred since July 2026 sends ids as well: ask `gh api repos/<owner>/<name> --jq '.owner.id, .id'`, and give --repository owner@id/name@id.",
        ]
      : []),
    ...(isPinned(pipeline)
      ? []
      : [
          `AWS reads job_workflow_ref of github.com alone: here nothing pins the workflow to ${pipeline.branch}, so jobs of pull requests get no role.`,
        ]),
    `The environment ${pipeline.environment ?? ""} must ask for an approval and take the branch ${pipeline.branch} alone: a job that names it needs nothing else to apply.`,
  ],
};
