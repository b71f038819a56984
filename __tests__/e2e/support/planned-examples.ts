/** Examples that are planned before anything of them is deployed. The others are validated. */
export const PLANNED_EXAMPLES = ["existing-organization", "greenfield"] as const;
