import type { DetectionSettings } from "../catalogue/detection";
import { breakGlassRoleArns } from "./break-glass-role-arns";
import { names } from "./names";
import type { Baseline } from "./schema/baseline";

/** The fields that the patterns of detections depend on. */
export const DETECTION_SETTINGS_READ = [
  "name",
  "accounts",
  "homeRegion",
  "auditTrail",
  "rootAccess",
] as const satisfies readonly (keyof Baseline)[];

/** What the configuration tells the detections. */
export function detectionSettings(
  baseline: Pick<Baseline, (typeof DETECTION_SETTINGS_READ)[number]>,
): DetectionSettings {
  const { name, accounts, auditTrail } = baseline;
  const { trail, trailLogGroup, trailBucket } = names(baseline);
  const held = [accounts.management, accounts.security, accounts.logArchive];
  return {
    name,
    managementAccount: accounts.management.id,
    baselineAccounts: held.flatMap((account) => (account === undefined ? [] : [account.id])),
    breakGlassRoles: breakGlassRoleArns(baseline),
    trailName: trail,
    trailLogGroup,
    trailBucket: auditTrail.mode === "create" ? trailBucket : undefined,
  };
}
