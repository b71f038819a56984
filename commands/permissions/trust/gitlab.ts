import { mistake } from "../../contract/mistake";
import type { Pipeline, Platform } from "./platform";
import { trustedToken, type Issuer } from "./web-identity";

const HOST = "gitlab.com";

/** A job says itself for whom its token is (id_tokens: aud); the usual audience is the address of GitLab. */
const issuerOf = ({ issuer = HOST, audience = `https://${issuer}` }: Pipeline): Issuer => ({ host: issuer, audience });

/**
 * AWS reads audience and subject of GitLab's tokens, no other claim, and the subject is the project with the ref that
 * the job runs on. So every role trusts the protected branch alone: a pipeline of a merge request runs on the branch of
 * whoever wrote it, with the file that stands there.
 * Source: GitLab documentation, ID token authentication; Configure OpenID Connect in AWS.
 */
export const gitlab: Platform = {
  name: "gitlab",
  needs: ["repository"],
  takes: ["branch", "audience", "issuer"],
  issuer: issuerOf,
  check: ({ repository = "" }) => {
    if (!/^[\w.-]+(\/[\w.-]+)+$/.test(repository))
      mistake("--repository", "be group/project, with its subgroups and without wildcards", repository);
  },
  trust: (_role, pipeline, location) => {
    const issuer = issuerOf(pipeline);
    const subject = `project_path:${pipeline.repository ?? ""}:ref_type:branch:ref:${pipeline.branch}`;
    return trustedToken(location, issuer, { StringEquals: { [`${issuer.host}:sub`]: subject } });
  },
  notes: ({ branch }) => [
    `Every role trusts jobs on ${branch} alone, which must be protected: AWS tells neither the job nor the environment apart, so the plan role is no weaker a gate than the branch. Plans of merge requests run in a pipeline of ${branch} that the merge request triggers.`,
  ],
};
