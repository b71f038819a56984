import { parsePolicy, type AttachedPolicy, type Call, type PolicyType } from "../proofs/policy";

/** Keys and values of a policy condition, by operator. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A statement of a guardrail. It can only deny: `Effect` is a type, not a choice. */
export interface DenyStatement {
  readonly Sid: string;
  readonly Effect: "Deny";
  /** Of a resource control policy, which speaks of everybody. A service control policy has none. */
  readonly Principal?: "*";
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Condition;
}

/** A root user who is let through for a while, for a task that no root session can do. */
export interface RootException {
  /** Account whose root user it is. */
  readonly account: string;
  /** For the record: which task, who asked. */
  readonly reason: string;
  /** First moment, in UTC: `2026-12-01T08:00:00Z`. */
  readonly from: string;
  /** Moment from which everything is denied again, without an apply. */
  readonly until: string;
}

/** What a guardrail may depend on. Everything else in its policy is fixed. */
export interface GuardrailSettings {
  /** Beginning of every physical name of the baseline, without the hyphen. */
  readonly name: string;
  /** Whether root sessions are on; then a deny of root must let them through. */
  readonly rootSessions: boolean;
  /** ARNs of the break-glass roles, with their account id. */
  readonly breakGlassRoles: readonly string[];
  /** The one task of each of them: the role, and the name of the AWS managed policy below `policy/root-task/`. */
  readonly breakGlassTasks: readonly { readonly role: string; readonly policyName: string }[];
  /** ARNs of the users and roles that may assume a break-glass role by name. */
  readonly trustedIdentities: readonly string[];
  /** ARN patterns of the principals that a protecting guardrail lets through, with their account id. */
  readonly exemptPrincipals: readonly string[];
  /** Root users that `deny-root-user` lets through for a while. */
  readonly rootExceptions: readonly RootException[];
  /** Name of the organization trail. */
  readonly trailName: string;
  /** Accounts of members in which rules, topics and roles of the alerts stand. */
  readonly alertingAccounts: readonly string[];
  /** Buckets that hold the record: the trail's, and the one of its access logs. */
  readonly logBuckets: readonly string[];
  /** Account that holds them. */
  readonly logArchiveAccount: string;
  /** Alias of the key that encrypts the record. */
  readonly trailKeyAlias: string;
}

/** Where a requirement or a comparable control is written down. */
export interface Reference {
  readonly source: string;
  readonly control: string;
}

/** A call of a proof, with the sentence that the documentation prints beside it. */
export interface ProofCall extends Call {
  /** How it tries to get around the guardrail. */
  readonly attack?: string;
  /** Why it is here, where that does not show by itself. */
  readonly note?: string;
}

/**
 * A guardrail: one policy of the organization with its reasons and its proof. Resources, documentation and tests all come
 * from the same entry.
 */
export interface Guardrail {
  /** Verb first, kebab-case. Permanent: it is part of the Terraform address. */
  readonly id: string;
  readonly title: string;
  /**
   * Service control policies bind principals of member accounts, resource control policies their resources.
   * @default SERVICE_CONTROL_POLICY
   */
  readonly type?: PolicyType;
  /** Why it exists. */
  readonly rationale: string;
  /** What it costs a legitimate user. */
  readonly cost: string;
  /** What it binds, and what it cannot bind. */
  readonly binds: string;
  readonly references: readonly Reference[];
  readonly statements: (settings: GuardrailSettings) => readonly DenyStatement[];
  /** Calls that it must deny, the attack that would side-step it among them. Judged with `PROOF_SETTINGS`. */
  readonly denies: readonly ProofCall[];
  /** Calls that it must not deny: near misses, and whoever is exempt. Judged with `PROOF_SETTINGS`. */
  readonly permits: readonly ProofCall[];
}

/** Type of the policy that a guardrail is. */
export const policyTypeOf = ({ type = "SERVICE_CONTROL_POLICY" }: Pick<Guardrail, "type">): PolicyType => type;

/** A policy of these statements as it is judged. */
export const policyOf = (
  name: string,
  statements: readonly DenyStatement[],
  type: PolicyType = "SERVICE_CONTROL_POLICY",
): AttachedPolicy => ({ name, type, document: parsePolicy(JSON.parse(policyText(statements)), name, type) });

/** The policy of a guardrail as it is judged. */
export const judgedPolicy = (entry: Guardrail, settings: GuardrailSettings): AttachedPolicy =>
  policyOf(entry.id, entry.statements(settings), policyTypeOf(entry));

/** The settings under which the proofs are judged. */
export const PROOF_SETTINGS: GuardrailSettings = {
  name: "org-baseline",
  rootSessions: true,
  breakGlassRoles: ["arn:aws:iam::222222222222:role/org-baseline-break-glass-audit"],
  breakGlassTasks: [
    {
      role: "arn:aws:iam::222222222222:role/org-baseline-break-glass-audit",
      policyName: "IAMAuditRootUserCredentials",
    },
  ],
  trustedIdentities: ["arn:aws:iam::222222222222:user/break-glass"],
  exemptPrincipals: [
    "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole",
    "arn:aws:iam::333333333333:role/OrganizationAccountAccessRole",
    "arn:aws:iam::444444444444:role/AWSControlTowerExecution",
  ],
  rootExceptions: [
    {
      account: "666666666666",
      reason: "Enable S3 MFA Delete on the payment archive (CHG-1234)",
      from: "2026-12-01T08:00:00Z",
      until: "2026-12-03T08:00:00Z",
    },
  ],
  trailName: "org-baseline-trail",
  alertingAccounts: ["222222222222"],
  logBuckets: ["org-baseline-trail-333333333333-us-east-1", "org-baseline-access-logs-333333333333-us-east-1"],
  logArchiveAccount: "333333333333",
  trailKeyAlias: "alias/org-baseline-trail",
};

/** What the service control policies cannot reach, said the same way in every entry. */
export const NOT_BOUND = "Not bound: the management account and service-linked roles.";

/** The condition that lets the exempt principals through; nothing where nobody is exempt. */
export const unlessPrincipal = (arns: readonly string[]): { readonly Condition?: Condition } =>
  arns.length === 0 ? {} : { Condition: { ArnNotLike: { "aws:PrincipalArn": arns } } };

/** The policy as AWS stores it and counts it: minified, since white space counts against the quota. */
export const policyText = (statements: readonly DenyStatement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
