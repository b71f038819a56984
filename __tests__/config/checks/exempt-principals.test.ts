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
