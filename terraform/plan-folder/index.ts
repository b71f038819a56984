export type { ChangeCounts, PlanManifest } from "./manifest";
export type { OrganizationSnapshot } from "./organization";
export { readPlanFolder, type PlanFolder, type SavedStack } from "./read";
export { checkReplaceable, writePlanFolder, type PlanContents } from "./write";
