import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";

const TRAIL = "arn:aws:cloudtrail:us-east-1:111111111111:trail/org-baseline-trail";

export const protectAuditTrail = {
  id: "protect-audit-trail",
  title: "Protect the organization trail",
  rationale:
    "Whoever stops the record acts unseen. AWS already refuses changes to an organization trail from ordinary members; this also binds a CloudTrail delegated administrator and a trail of the same name made to look like ours.",
  cost: "None for teams: their own trails have other names.",
  binds: `Every principal of member accounts below the target but the exempt ones. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "AWS Security Hub", control: "CloudTrail.1" },
    { source: "AWS Control Tower", control: "Disallow Configuration Changes to CloudTrail" },
  ],
  statements: ({ trailName, exemptPrincipals }) => [
    {
      Sid: "ProtectAuditTrail",
      Effect: "Deny",
      Action: [
        "cloudtrail:AddTags",
        "cloudtrail:CreateTrail",
        "cloudtrail:DeleteTrail",
        "cloudtrail:PutEventConfiguration",
        "cloudtrail:PutEventSelectors",
        "cloudtrail:PutInsightSelectors",
        "cloudtrail:RemoveTags",
        "cloudtrail:StopLogging",
        "cloudtrail:UpdateTrail",
      ],
      Resource: `arn:*:cloudtrail:*:*:trail/${trailName}`,
      ...unlessPrincipal(exemptPrincipals),
    },
  ],
  denies: [
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "cloudtrail:StopLogging",
      resource: TRAIL,
    },
    { principal: { type: "root", account: "444444444444" }, action: "cloudtrail:DeleteTrail", resource: TRAIL },
    // The attack: the exempt name, created in another account.
    {
      principal: { type: "role", account: "444444444444", name: "OrganizationAccountAccessRole" },
      action: "cloudtrail:StopLogging",
      resource: TRAIL,
    },
  ],
  permits: [
    {
      principal: { type: "role", account: "222222222222", name: "OrganizationAccountAccessRole" },
      action: "cloudtrail:UpdateTrail",
      resource: TRAIL,
    },
    {
      principal: { type: "role", account: "444444444444", name: "Developer" },
      action: "cloudtrail:StopLogging",
      resource: "arn:aws:cloudtrail:us-east-1:444444444444:trail/team-trail",
    },
    {
      principal: { type: "role", account: "444444444444", name: "Developer" },
      action: "cloudtrail:GetTrailStatus",
      resource: TRAIL,
    },
  ],
} as const satisfies Guardrail;
