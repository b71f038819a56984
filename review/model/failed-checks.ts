import type { PlanJson } from "./plan-json";
import { becoming, NOWHERE, type Change } from "./thing";

/** The type of the things here: a `check` block that does not hold in a plan. */
export const FAILED = "failed-check";

/** What a plan warns of: conditions that do not hold and do not end it. */
export const failedChecksIn = (stack: string, { checks = [] }: PlanJson): readonly Change[] =>
  checks
    .filter(({ status }) => status === "fail" || status === "error")
    .map(({ address: { to_display: address }, status, instances = [] }) => {
      const told = instances.flatMap(({ problems = [] }) => problems.map(({ message }) => message));
      const after = { stack, address, type: FAILED, label: address, ...NOWHERE, values: { status, told } };
      return becoming(undefined, after);
    });
