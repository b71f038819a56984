import { changesIn } from "./from-plan";
import { organizationIn, organizationOf, type OrganizationSnapshot } from "./known-organization";
import type { PlanJson } from "./plan-json";
import type { ReviewInput } from "./review-input";
import type { Change, Thing } from "./thing";
import { World } from "./world";

/** The plan of a stack. */
export interface StackPlan {
  readonly stack: string;
  readonly plan: PlanJson;
}

const things = (changes: readonly Change[], side: "before" | "after"): readonly Thing[] =>
  changes.flatMap((change) => change[side] ?? []);

/** What is reviewed, from changes of whatever source. */
export const inputOf = (
  changes: readonly Change[],
  rest: Pick<ReviewInput, "organization" | "livePolicies">,
): ReviewInput => ({
  before: new World(things(changes, "before")),
  after: new World(things(changes, "after")),
  changes,
  ...rest,
});

/** What is reviewed, from plans and, where it was saved beside them, the organization. */
export const inputOfPlans = (plans: readonly StackPlan[], snapshot: OrganizationSnapshot | undefined): ReviewInput =>
  inputOf(
    plans.flatMap(({ stack, plan }) => changesIn(stack, plan)),
    {
      organization: snapshot === undefined ? organizationIn(plans.map(({ plan }) => plan)) : organizationOf(snapshot),
      livePolicies: snapshot?.policies ?? [],
    },
  );
