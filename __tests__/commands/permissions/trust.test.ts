import { pipelineRoles } from "../../../commands/permissions/pipeline-roles";
import { platformOf, type JobRole, type Pipeline } from "../../../commands/permissions/trust";
import { TRUST_POLICY_SIZE } from "../../../catalogue/quotas";
import { sizeOf } from "../../../commands/permissions/documents";
import { blueprintOf, parseConfig } from "../../../config";
import { configuration } from "../../support/configuration";
import { permits, trusts } from "../../support/judge";

const blueprint = blueprintOf(parseConfig(configuration()));
const UUID = "{11111111-2222-3333-4444-555555555555}";
const OTHER_UUID = "{99999999-2222-3333-4444-555555555555}";
const STEP = "{aaaaaaaa-2222-3333-4444-555555555555}";

const base = { branch: "main", workflows: [], projects: [] };
const GITHUB: Pipeline = {
  ...base,
  platform: "github",
  repository: "octo-org@123456/octo-repo@456789",
  environment: "production",
  workflows: [".github/workflows/apply.yml"],
};
const GITLAB: Pipeline = { ...base, platform: "gitlab", repository: "group/sub/project" };
const BITBUCKET: Pipeline = {
  ...base,
  platform: "bitbucket",
  repository: `team/${UUID}`,
  environment: OTHER_UUID,
  audience: "ari:cloud:bitbucket::workspace/11111111-2222-3333-4444-555555555555",
};
const CODEBUILD: Pipeline = { ...base, platform: "codebuild", projects: ["baseline-plan", "baseline-apply"] };

type Claims = Readonly<Record<string, string>>;

const rolesOf = (pipeline: Pipeline) =>
  pipelineRoles(blueprint, {
    roles: ["plan", "apply", "evidence"],
    state: undefined,
    job: { pipeline, platform: platformOf(pipeline) },
  });

const trustOf = (pipeline: Pipeline, role: JobRole) =>
  rolesOf(pipeline).find((each) => each.account === "management" && each.role === role)?.trust?.Statement ?? [];

/** Our judge knows no claims of issuers: a request tag of that name, which has a text as well, stands for each. */
const asTags = <Value>(keys: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(keys).map(([key, value]) => [
      key.startsWith("aws:") ? key : `aws:RequestTag/${key.split(":").at(-1) ?? ""}`,
      value,
    ]),
  );

/** Whether the job gets the role: the conditions of its trust, judged with what AWS reads of the job. */
function becomes(pipeline: Pipeline, role: JobRole, claims: Claims): boolean {
  const Statement = trustOf(pipeline, role).map(({ Sid, Effect, Action, Condition }) => ({
    ...{ Sid, Effect, Action },
    Condition: Object.fromEntries(Object.entries(Condition).map(([operator, keys]) => [operator, asTags(keys)])),
    Resource: "*",
  }));
  const principal = { type: "role", account: "111111111111", name: "job" } as const;
  const action = Statement[0]?.Action ?? "";
  return permits(JSON.stringify({ Version: "2012-10-17", Statement }), { principal, action, context: asTags(claims) });
}

const G = "token.actions.githubusercontent.com";
const github = (sub: string, others: Claims = {}): Claims => ({
  [`${G}:aud`]: "sts.amazonaws.com",
  [`${G}:sub`]: sub,
  [`${G}:job_workflow_ref`]: "octo-org/octo-repo/.github/workflows/apply.yml@refs/heads/main",
  [`${G}:repository_id`]: "456789",
  ...others,
});

describe("GitHub", () => {
  const NAMES = "repo:octo-org/octo-repo";
  const IDS = "repo:octo-org@123456/octo-repo@456789";

  test.each([NAMES, IDS])("a job of the repository, in the form %s", (repo) => {
    expect(becomes(GITHUB, "plan", github(`${repo}:pull_request`))).toBe(true);
    expect(becomes(GITHUB, "plan", github(`${repo}:ref:refs/heads/main`))).toBe(true);
    expect(becomes(GITHUB, "apply", github(`${repo}:environment:production`))).toBe(true);
    expect(becomes(GITHUB, "evidence", github(`${repo}:ref:refs/heads/main`))).toBe(true);
  });

  test.each<readonly [string, JobRole, Claims]>([
    ["a pull request applies", "apply", github(`${NAMES}:pull_request`)],
    ["the branch applies without its environment", "apply", github(`${NAMES}:ref:refs/heads/main`)],
    ["another environment applies", "apply", github(`${NAMES}:environment:production-2`)],
    ["another branch plans", "plan", github(`${NAMES}:ref:refs/heads/mainline`)],
    ["a repository of a longer name", "plan", github("repo:octo-org/octo-repo2:pull_request")],
    ["an owner of another id", "plan", github("repo:octo-org@9/octo-repo@456789:pull_request")],
    ["who took over the name", "plan", github(`${NAMES}:pull_request`, { [`${G}:repository_id`]: "999" })],
    [
      "a pull request that edits the workflow",
      "plan",
      github(`${NAMES}:pull_request`, {
        [`${G}:job_workflow_ref`]: "octo-org/octo-repo/.github/workflows/apply.yml@refs/pull/7/merge",
      }),
    ],
    [
      "another workflow on the branch",
      "apply",
      github(`${NAMES}:environment:production`, {
        [`${G}:job_workflow_ref`]: "octo-org/octo-repo/.github/workflows/test.yml@refs/heads/main",
      }),
    ],
    ["a token for another cloud", "plan", github(`${NAMES}:pull_request`, { [`${G}:aud`]: "api://AzureAD" })],
  ])("not %s", (_who, role, claims) => {
    expect(becomes(GITHUB, role, claims)).toBe(false);
  });

  test("without ids, the form with ids is not guessed, and it is said", () => {
    const named = { ...GITHUB, repository: "octo-org/octo-repo" };
    expect(becomes(named, "plan", github(`${IDS}:pull_request`))).toBe(false);
    expect(platformOf(named).notes(named).join(" ")).toContain("owner@id/name@id");
  });

  test("where AWS cannot pin the workflow, jobs of pull requests get nothing", () => {
    const host = "github.example.com/_services/token";
    const enterprise = { ...GITHUB, issuer: host };
    const of = (sub: string) => ({ [`${host}:aud`]: "sts.amazonaws.com", [`${host}:sub`]: sub });
    expect(becomes(enterprise, "plan", of(`${NAMES}:pull_request`))).toBe(false);
    expect(becomes(enterprise, "plan", of(`${NAMES}:ref:refs/heads/main`))).toBe(true);
  });
});

test("GitLab: the protected branch of the project alone", () => {
  const of = (sub: string, aud = "https://gitlab.com") => ({ "gitlab.com:aud": aud, "gitlab.com:sub": sub });
  const main = "project_path:group/sub/project:ref_type:branch:ref:main";
  expect(becomes(GITLAB, "apply", of(main))).toBe(true);
  expect(becomes(GITLAB, "plan", of(main.replace(/main$/, "feature")))).toBe(false);
  expect(becomes(GITLAB, "plan", of(main.replace("branch", "tag")))).toBe(false);
  expect(becomes(GITLAB, "plan", of(main.replace("project:", "project2:")))).toBe(false);
  expect(becomes(GITLAB, "plan", of(main, "https://vault.example.com"))).toBe(false);
});

test("Bitbucket: any step plans, one of the environment applies", () => {
  const host = "api.bitbucket.org/2.0/workspaces/team/pipelines-config/identity/oidc";
  const of = (sub: string) => ({ [`${host}:aud`]: BITBUCKET.audience ?? "", [`${host}:sub`]: sub });
  expect(becomes(BITBUCKET, "plan", of(`${UUID}:${STEP}`))).toBe(true);
  expect(becomes(BITBUCKET, "apply", of(`${UUID}:${OTHER_UUID}:${STEP}`))).toBe(true);
  expect(becomes(BITBUCKET, "apply", of(`${UUID}:${STEP}`))).toBe(false);
  expect(becomes(BITBUCKET, "plan", of(`${OTHER_UUID}:${STEP}`))).toBe(false);
});

test("CodeBuild: the project of the role alone", () => {
  const of = (project: string, account = "111111111111") => ({
    "aws:SourceAccount": account,
    "aws:SourceArn": `arn:aws:codebuild:us-east-1:${account}:project/${project}`,
  });
  expect(becomes(CODEBUILD, "plan", of("baseline-plan"))).toBe(true);
  expect(becomes(CODEBUILD, "apply", of("baseline-apply"))).toBe(true);
  expect(becomes(CODEBUILD, "apply", of("baseline-plan"))).toBe(false);
  expect(becomes(CODEBUILD, "apply", of("baseline-apply", "222222222222"))).toBe(false);
});

test("a role in a member account is entered by the role of its name in the management account", () => {
  const [member] = rolesOf(GITHUB).filter(({ account, role }) => account === "security" && role === "plan");
  const enters = (account: string, name: string) =>
    trusts(JSON.stringify(member?.trust), {
      principal: { type: "role", account, name },
      resource: "arn:aws:iam::222222222222:role/org-baseline-plan",
    });
  expect(enters("111111111111", "org-baseline-plan")).toBe(true);
  expect(enters("111111111111", "org-baseline-apply")).toBe(false);
  expect(enters("222222222222", "org-baseline-plan")).toBe(false);
});

test.each([GITHUB, GITLAB, BITBUCKET, CODEBUILD])("every trust policy for $platform fits", (pipeline) => {
  for (const { trust } of rolesOf(pipeline)) expect(sizeOf(trust)).toBeLessThanOrEqual(TRUST_POLICY_SIZE);
});

test.each<readonly [string, Pipeline, string]>([
  ["a wildcard in GitHub's repository", { ...GITHUB, repository: "octo-org/*" }, "--repository must be owner/name"],
  ["half of the ids", { ...GITHUB, repository: "octo-org@1/octo-repo" }, "--repository must be owner/name"],
  ["no workflow", { ...GITHUB, workflows: [] }, "--workflow must be given with --platform github"],
  ["a workflow elsewhere", { ...GITHUB, workflows: ["../x.yml"] }, "--workflow must be a file such as"],
  ["a wildcard in an environment", { ...GITHUB, environment: "prod*" }, "--environment must be the name of"],
  ["a wildcard in GitLab's project", { ...GITLAB, repository: "group/*" }, "--repository must be group/project"],
  ["an option of another platform", { ...GITLAB, environment: "prod" }, "--environment must be left out"],
  ["an environment by its name", { ...BITBUCKET, environment: "Production" }, "--environment must be the {uuid}"],
  ["another form of audience", { ...BITBUCKET, audience: "sts.amazonaws.com" }, "--audience must be ari:cloud"],
  ["one project for both", { ...CODEBUILD, projects: ["same", "same"] }, "--project must be given twice"],
])("%s is a mistake", (_what, pipeline, sentence) => {
  expect(() => platformOf(pipeline)).toThrow(sentence);
});
