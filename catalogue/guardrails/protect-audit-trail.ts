import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";
import { actionsOf, TRAIL_CALLS } from "../protected-calls";
import {
  FORGED_DEPLOY_ROLE,
  MEMBER_DEVELOPER,
  MEMBER_ROOT,
  SECURITY_ADMINISTRATOR,
  SECURITY_DEPLOY_ROLE,
  TEAM_TRAIL,
  TRAIL,
} from "./cast";
import { attack, by } from "./vocabulary";

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
        ...actionsOf("cloudtrail", TRAIL_CALLS),
        "cloudtrail:AddTags",
        "cloudtrail:CreateTrail",
        "cloudtrail:RemoveTags",
      ].sort(),
      Resource: `arn:*:cloudtrail:*:*:trail/${trailName}`,
      ...unlessPrincipal(exemptPrincipals),
    },
  ],
  denies: [
    by(SECURITY_ADMINISTRATOR).calls("cloudtrail:StopLogging", TRAIL),
    by(MEMBER_ROOT).calls("cloudtrail:DeleteTrail", TRAIL),
    attack("The exempt name, created in another account").by(FORGED_DEPLOY_ROLE).calls("cloudtrail:StopLogging", TRAIL),
  ],
  permits: [
    by(SECURITY_DEPLOY_ROLE).calls("cloudtrail:UpdateTrail", TRAIL),
    by(MEMBER_DEVELOPER).calls("cloudtrail:StopLogging", TEAM_TRAIL),
    by(MEMBER_DEVELOPER).calls("cloudtrail:GetTrailStatus", TRAIL),
  ],
} as const satisfies Guardrail;
