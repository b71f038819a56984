import { PROOF_SETTINGS, unlessPrincipal, type DenyStatement } from "../guardrail";
import { protectAlerting } from "../guardrails/protect-alerting";
import { protectAuditTrail } from "../guardrails/protect-audit-trail";
import { actionsOf, ALIAS_CALLS, KEY_CALLS, SCHEDULE_CALLS } from "../protected-calls";
import {
  CHAT_CHANNELS,
  IDENTITIES,
  LOG_GROUP,
  ORGANIZATION,
  THREAT_DETECTION,
  WHOLE_ACCOUNT,
  WORK_OF_OTHERS,
} from "./actions";

/** What the policy depends on. */
export interface ManagementSettings {
  /** Beginning of every physical name of the baseline, without the hyphen. */
  readonly name: string;
  readonly trailName: string;
  readonly trailLogGroup: string;
  /** Namespaces of the metrics that alarms read. */
  readonly metricNamespaces: readonly string[];
  /** Aliases of the keys of the record and of the alerts. */
  readonly keyAliases: readonly string[];
  /** ARNs of the roles in member accounts that every guardrail lets through. */
  readonly deployRoles: readonly string[];
  /** ARNs of the pipeline and of break glass in the management account. */
  readonly exemptPrincipals: readonly string[];
}

/** The settings of the documentation and of the proofs. */
export const MANAGEMENT_PROOF_SETTINGS: ManagementSettings = {
  name: "org-baseline",
  trailName: "org-baseline-trail",
  trailLogGroup: "org-baseline-trail",
  metricNamespaces: ["org-baseline", "LogMetrics"],
  keyAliases: ["alias/org-baseline-trail", "alias/org-baseline-trail-log-group", "alias/org-baseline-alerts"],
  deployRoles: [
    "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole",
    "arn:aws:iam::333333333333:role/OrganizationAccountAccessRole",
  ],
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
 * With the chat channels, and the schedule of the known event and its group: they are in this account only, and a
 * statement more is too long.
 */
const withItsOwn = ({ Action, Resource, ...rest }: DenyStatement, name: string): DenyStatement => ({
  ...rest,
  Action: [Action, CHAT_CHANNELS, actionsOf("scheduler", SCHEDULE_CALLS)].flat(),
  Resource: [
    Resource,
    `arn:*:chatbot::*:chat-configuration/*/${name}-chat-*`,
    `arn:*:scheduler:*:*:schedule*/${name}-*`,
  ].flat(),
});

/** What carries the record and the alerts. */
function ofAlerts(settings: ManagementSettings): readonly DenyStatement[] {
  const { name, trailName, trailLogGroup, metricNamespaces, keyAliases, exemptPrincipals } = settings;
  // Whoever it is attached to acts in one account only.
  const sameAs = { ...PROOF_SETTINGS, name, trailName, exemptPrincipals, alertingAccounts: ["*"] };
  return [
    ...protectAuditTrail.statements(sameAs),
    // Its roles are denied here with every other role.
    ...protectAlerting
      .statements(sameAs)
      .filter(({ Sid }) => Sid !== "ProtectAlertingRoles")
      .map((statement) => (statement.Sid === "ProtectAlerting" ? withItsOwn(statement, name) : statement)),
    deny("ProtectLogGroup", LOG_GROUP, `arn:*:logs:*:*:log-group:${trailLogGroup}*`, settings),
    deny("ProtectMetrics", ["cloudwatch:PutMetricData"], "*", settings, {
      StringEquals: { "cloudwatch:namespace": metricNamespaces },
    }),
    deny("ProtectWholeAccount", WHOLE_ACCOUNT, "*", settings),
    deny("ProtectKeys", [...actionsOf("kms", KEY_CALLS), "kms:CreateGrant"], "arn:*:kms:*:*:key/*", settings, {
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAliases },
    }),
    deny(
      "ProtectKeyAliases",
      actionsOf("kms", ALIAS_CALLS),
      keyAliases.map((alias) => `arn:*:kms:*:*:${alias}`),
      settings,
    ),
  ];
}

/** Who may do what, here and in the organization. */
const ofIdentities = (settings: ManagementSettings): readonly DenyStatement[] => [
  deny("ProtectOrganization", ORGANIZATION, "*", settings),
  deny("ProtectThreatDetection", THREAT_DETECTION, "*", settings),
  // Who gives other work to what runs as another is that other: a statement of its own would be too long.
  deny("ProtectIdentities", [...IDENTITIES, ...WORK_OF_OTHERS], "*", settings),
  // Every guardrail lets the deploy roles through, and they trust this account; the exempt roles pass this policy.
  deny("ProtectExemptRoles", ["sts:AssumeRole"], [...settings.deployRoles, ...settings.exemptPrincipals], settings),
];

/**
 * What service control policies cannot do: a deny for the permission sets of the management account, over the same
 * actions on the same names as the guardrails. It holds for whom it is attached to, so it also keeps them from making
 * somebody whom it does not hold for, and from becoming one.
 */
export const managementAccountStatements = (settings: ManagementSettings): readonly DenyStatement[] => [
  ...ofAlerts(settings),
  ...ofIdentities(settings),
];

/** The same in two parts, each of which fits a customer managed policy. With long names the whole is longer than an inline policy may be. */
export const MANAGEMENT_POLICY_PARTS = { alerts: ofAlerts, identities: ofIdentities } as const;
