import { PROOF_SETTINGS, unlessPrincipal, type DenyStatement } from "../guardrail";
import { protectAlerting } from "../guardrails/protect-alerting";
import { protectAuditTrail } from "../guardrails/protect-audit-trail";
import { IDENTITIES, LOG_GROUP, ORGANIZATION } from "./actions";

/** What the policy depends on. */
export interface ManagementSettings {
  /** Beginning of every physical name of the baseline, without the hyphen. */
  readonly name: string;
  readonly trailName: string;
  readonly trailLogGroup: string;
  /** Aliases of the keys of the record and of the alerts. */
  readonly keyAliases: readonly string[];
  /** ARNs of the pipeline and of break glass in the management account. */
  readonly exemptPrincipals: readonly string[];
}

/** The settings of the documentation and of the proofs. */
export const MANAGEMENT_PROOF_SETTINGS: ManagementSettings = {
  name: "org-baseline",
  trailName: "org-baseline-trail",
  trailLogGroup: "org-baseline-trail",
  keyAliases: ["alias/org-baseline-trail", "alias/org-baseline-trail-log-group", "alias/org-baseline-alerts"],
  exemptPrincipals: [
    "arn:aws:iam::111111111111:role/org-baseline-pipeline",
    "arn:aws:iam::111111111111:role/org-baseline-break-glass",
  ],
};

const deny = (
  Sid: string,
  Action: readonly string[],
  Resource: DenyStatement["Resource"],
  { exemptPrincipals }: ManagementSettings,
  condition: DenyStatement["Condition"] = {},
): DenyStatement => ({
  Sid,
  Effect: "Deny",
  Action,
  Resource,
  Condition: { ...condition, ...unlessPrincipal(exemptPrincipals).Condition },
});

/**
 * What service control policies cannot do: a deny for the permission sets of the management account, over the same
 * actions on the same names as the guardrails. It holds for whom it is attached to, so it also keeps them from making
 * somebody whom it does not hold for.
 */
export function managementAccountStatements(settings: ManagementSettings): readonly DenyStatement[] {
  const { name, trailName, trailLogGroup, keyAliases, exemptPrincipals } = settings;
  // Whoever it is attached to acts in one account only.
  const sameAs = { ...PROOF_SETTINGS, name, trailName, exemptPrincipals, alertingAccounts: ["*"] };
  return [
    ...protectAuditTrail.statements(sameAs),
    ...protectAlerting.statements(sameAs),
    deny("ProtectOrganization", ORGANIZATION, "*", settings),
    deny("ProtectLogGroup", LOG_GROUP, `arn:*:logs:*:*:log-group:${trailLogGroup}*`, settings),
    deny(
      "ProtectKeys",
      ["kms:CreateGrant", "kms:DisableKey", "kms:DisableKeyRotation", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
      "arn:*:kms:*:*:key/*",
      settings,
      { "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAliases } },
    ),
    deny(
      "ProtectKeyAliases",
      ["kms:DeleteAlias", "kms:UpdateAlias"],
      keyAliases.map((alias) => `arn:*:kms:*:*:${alias}`),
      settings,
    ),
    deny("ProtectIdentities", IDENTITIES, "*", settings),
  ];
}
