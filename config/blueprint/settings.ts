import type { DetectionSettings } from "../../catalogue/detection";
import type { GuardrailSettings } from "../../catalogue/guardrail";
import { rootTask } from "../../catalogue/aws/root-tasks";
import type { Baseline } from "../schema/baseline";
import type { Accounts } from "./accounts";
import type { Arns } from "./arns";
import type { Names } from "./names";

/** What the entries of the catalogue may depend on. */
interface Settings {
  readonly baseline: Pick<
    Baseline,
    "name" | "rootAccess" | "guardrails" | "auditTrail" | "alerting" | "detectionTuning"
  >;
  readonly accounts: Accounts;
  readonly names: Names;
  readonly arns: Arns;
}

/** Guardrails let exactly these roles through, and detections tell exactly these apart from everybody else. */
const breakGlassRoles = ({ baseline: { rootAccess }, arns }: Pick<Settings, "baseline" | "arns">): readonly string[] =>
  rootAccess.breakGlass.tasks.map((task) => arns.breakGlassRole(task));

/** Users and roles that may assume a break-glass role by name. */
const trustedIdentities = ({ baseline: { rootAccess } }: Pick<Settings, "baseline">): readonly string[] => [
  ...rootAccess.breakGlass.trust.users,
  ...rootAccess.breakGlass.trust.roles,
];

/** Whom the protecting guardrails let through: the deploy roles of the member accounts always, then who is listed. */
function exemptPrincipals({ baseline: { guardrails }, accounts, arns }: Settings): readonly string[] {
  const deployRoles = accounts.members.map(({ id, deployRole }) => arns.role(id, deployRole));
  return [...new Set([...deployRoles, ...guardrails.exemptPrincipals])];
}

/** What the configuration tells the guardrails. */
export function guardrailSettingsOf(of: Settings): GuardrailSettings {
  const { name, rootAccess, guardrails } = of.baseline;
  const { trail, trailBucket, accessLogBucket, trailKeyAlias } = of.names;
  return {
    name,
    rootSessions: rootAccess.features.includes("RootSessions"),
    breakGlassRoles: breakGlassRoles(of),
    breakGlassTasks: rootAccess.breakGlass.tasks.map((task) => ({
      role: of.arns.breakGlassRole(task),
      policyName: rootTask(task).policyName,
    })),
    trustedIdentities: trustedIdentities(of),
    exemptPrincipals: exemptPrincipals(of),
    rootExceptions: guardrails.rootExceptions,
    trailName: trail,
    alertingAccounts: [of.accounts.security.id],
    logBuckets: [trailBucket, accessLogBucket],
    logArchiveAccount: of.accounts.logArchive.id,
    trailKeyAlias,
  };
}

/** What the configuration tells the detections. */
export function detectionSettingsOf(of: Settings): DetectionSettings {
  const { trail, trailLogGroup, trailBucket, accessLogBucket } = of.names;
  return {
    name: of.baseline.name,
    managementAccount: of.accounts.management.id,
    securityAccount: of.accounts.security.id,
    logArchiveAccount: of.accounts.logArchive.id,
    baselineAccounts: of.accounts.ids,
    breakGlassRoles: breakGlassRoles(of),
    // An automation role is left out of what its own root sessions would raise, so becoming one is worth a look as well.
    exemptIdentities: [
      ...new Set([...exemptPrincipals(of), ...trustedIdentities(of), ...of.baseline.detectionTuning.automationRoles]),
    ],
    trailName: trail,
    trailLogGroup,
    chatChannels: of.baseline.alerting.chat.map((channel) => of.names.chatChannel(channel.name)),
    logBuckets: of.baseline.auditTrail.mode === "create" ? [trailBucket, accessLogBucket] : [],
  };
}
