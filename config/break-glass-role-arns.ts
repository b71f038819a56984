import { names, type Named } from "./names";
import { partition } from "./partition";
import type { Baseline } from "./schema/baseline";

/**
 * ARNs of the break-glass roles. Guardrails let exactly these through and detections tell exactly these apart from
 * everybody else, so both read them here.
 */
export function breakGlassRoleArns(baseline: Named & Pick<Baseline, "rootAccess">): readonly string[] {
  const { breakGlassRole } = names(baseline);
  const prefix = `arn:${partition(baseline).id}:iam::${baseline.accounts.security.id}:role`;
  return baseline.rootAccess.breakGlass.tasks.map((task) => `${prefix}/${breakGlassRole(task)}`);
}
