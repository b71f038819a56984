import { accepts, refuses, type Change } from "../expectations";

const EVERYWHERE = "arn:aws:iam::*:role/AWSControlTowerExecution";

const attach = (...entries: readonly (readonly [id: string, ...targets: readonly string[]])[]): Change => ({
  "guardrails.attach": entries.map(([id, ...targets]) => ({ id, targets })),
  "guardrails.exemptPrincipals": [EVERYWHERE],
});

const bypass = (places: string): readonly string[] => [
  `guardrails.exemptPrincipals[0] must name its 12-digit account id, or protect-delivery-roles must be attached wherever it exempts (${places}): an administrator there is not denied iam:CreateRole and passes as the exempt role, got "${EVERYWHERE}"`,
];

describe("an exemption in every account", () => {
  accepts([
    [
      "under role/aws-reserved/, where only AWS creates roles",
      {
        ...attach(["protect-threat-detection", "root"]),
        "guardrails.exemptPrincipals": ["arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*_SecurityAdmin_*"],
      },
    ],
    [
      "where protect-delivery-roles is on the same target",
      attach(
        ["protect-threat-detection", "Workloads", "444444444444"],
        ["protect-delivery-roles", "Workloads", "444444444444"],
      ),
    ],
    ["where it is on the root", attach(["protect-audit-trail", "Workloads"], ["protect-delivery-roles", "root"])],
    ["where it is on an OU above", attach(["protect-alerting", "A/B/C"], ["protect-delivery-roles", "A/B"])],
    ["where nothing exempts it", attach(["deny-root-access-keys", "root"], ["restrict-root-sessions", "root"])],
  ]);
  refuses([
    [
      "on a guardrail alone",
      attach(["protect-threat-detection", "root"]),
      bypass('protect-threat-detection on "root"'),
    ],
    [
      "where protect-delivery-roles is on other targets only",
      attach(
        ["protect-alerting", "Workloads/Prod", "Sandbox"],
        ["protect-delivery-roles", "Workloads/Prod/Inner", "Sandbox"],
      ),
      bypass('protect-alerting on "Workloads/Prod"'),
    ],
  ]);
});

describe("an exemption with wildcards in the name", () => {
  const exempt = (...patterns: readonly string[]): Change => ({ "guardrails.exemptPrincipals": patterns });
  const somebody = (pattern: string, what: string, arn: string) =>
    [
      pattern,
      exempt(pattern),
      [
        `guardrails.exemptPrincipals[0] must name whom it exempts between its wildcards: it lets ${what} through, too (${arn}), got "${pattern}"`,
      ],
    ] as const;

  accepts([
    [
      "of one permission set, by its name",
      exempt(
        "arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_SecurityAdmin_*",
        "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_SecurityAdmin_????????????????",
        "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_AdministratorAccess_*",
      ),
    ],
    [
      "of roles that a tool names",
      exempt(
        "arn:aws:iam::444444444444:role/stacksets-exec-*",
        "arn:aws:iam::444444444444:role/platform/pipeline-*",
        "arn:aws:iam::444444444444:user/security-pipeline-*",
      ),
    ],
    ["without a wildcard, whatever it is", exempt("arn:aws:iam::444444444444:role/Admin")],
  ]);
  refuses([
    somebody(
      "arn:aws:iam::222222222222:role/*Access*",
      "an administrator's role",
      "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole",
    ),
    somebody(
      "arn:aws:iam::*:role/aws-reserved/*",
      "the permission set AdministratorAccess",
      "arn:aws:iam::000000000000:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_0123456789abcdef",
    ),
    somebody(
      "arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Security*",
      "the permission set SecurityAudit",
      "arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_SecurityAudit_0123456789abcdef",
    ),
    somebody(
      "arn:aws:iam::222222222222:role/Admin*",
      "an administrator's role",
      "arn:aws:iam::222222222222:role/Administrator",
    ),
    somebody(
      "arn:aws:iam::444444444444:role/service-role/*",
      "the execution role of a function",
      "arn:aws:iam::444444444444:role/service-role/orders-api-role-x7k2p9qd",
    ),
    somebody(
      "arn:aws:iam::444444444444:role/*deploy",
      "a CI role",
      "arn:aws:iam::444444444444:role/github-actions-deploy",
    ),
    somebody(
      "arn:aws:iam::444444444444:role/cdk-*",
      "a deploying role of the AWS CDK",
      "arn:aws:iam::444444444444:role/cdk-hnb659fds-cfn-exec-role-444444444444-eu-west-1",
    ),
    somebody(
      "arn:aws:iam::444444444444:role/prod-*",
      "an application's role",
      "arn:aws:iam::444444444444:role/prod-orders-api",
    ),
    somebody("arn:aws:iam::444444444444:user/back*", "an IAM user", "arn:aws:iam::444444444444:user/backup-agent"),
  ]);
});
