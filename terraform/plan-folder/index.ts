export type { ChangeCounts, PlanManifest } from "./manifest";
export type { OrganizationSnapshot } from "./organization";
export { readPlanFolder, type PlanFolder } from "./read";
export { checkReplaceable, writePlanFolder, type PlanContents } from "./write";
