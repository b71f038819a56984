import type { DetectionSettings } from "../catalogue/detection";
import { names } from "./names";
import { partition } from "./partition";
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
  const { name, accounts, auditTrail, rootAccess } = baseline;
  const { breakGlassRole, trail, trailLogGroup, trailBucket } = names(baseline);
  const held = [accounts.management, accounts.security, accounts.logArchive];
  return {
    name,
    managementAccount: accounts.management.id,
    baselineAccounts: held.flatMap((account) => (account === undefined ? [] : [account.id])),
    breakGlassRoles: rootAccess.breakGlass.tasks.map(
      (task) => `arn:${partition(baseline).id}:iam::${accounts.security.id}:role/${breakGlassRole(task)}`,
    ),
    trailName: trail,
    trailLogGroup,
    trailBucket: auditTrail.mode === "create" ? trailBucket : undefined,
  };
}
