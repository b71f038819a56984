const signOf = (sign: string): string => (sign === "/" ? "_" : "-");

/**
 * The part of a Terraform address that stands for a guardrail's target: `Workloads/Prod` becomes `Workloads_Prod`,
 * every other sign a hyphen. The checks refuse two targets of one guardrail that become the same.
 * Permanent: a change here would move every attachment.
 */
export const targetSlug = (target: string): string => target.replace(/[^A-Za-z0-9-]/gu, signOf);
