import type { GuardrailSettings } from "../catalogue/guardrail";
import { breakGlassRoleArns } from "./break-glass-role-arns";
import { names } from "./names";
import { partition } from "./partition";
import type { Baseline } from "./schema/baseline";

/** The fields that the policies of guardrails depend on. */
export const GUARDRAIL_SETTINGS_READ = [
  "name",
  "accounts",
  "homeRegion",
  "auditTrail",
  "rootAccess",
  "guardrails",
] as const satisfies readonly (keyof Baseline)[];

/** What the configuration tells the guardrails. The deploy roles of the member accounts are always let through. */
export function guardrailSettings(
  baseline: Pick<Baseline, (typeof GUARDRAIL_SETTINGS_READ)[number]>,
): GuardrailSettings {
  const { accounts, rootAccess, guardrails } = baseline;
  const { trail, trailBucket, accessLogBucket, trailKeyAlias } = names(baseline);
  const roleArn = (account: string, role: string) => `arn:${partition(baseline).id}:iam::${account}:role/${role}`;
  const members = [accounts.security, ...(accounts.logArchive === undefined ? [] : [accounts.logArchive])];
  return {
    name: baseline.name,
    rootSessions: rootAccess.features.includes("RootSessions"),
    breakGlassRoles: breakGlassRoleArns(baseline),
    exemptPrincipals: [
      ...new Set([...members.map(({ id, deployRole }) => roleArn(id, deployRole)), ...guardrails.exemptPrincipals]),
    ],
    rootExceptions: guardrails.rootExceptions,
    trailName: trail,
    logBuckets: [trailBucket, accessLogBucket],
    trailKeyAlias,
  };
}
