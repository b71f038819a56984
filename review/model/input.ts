import { changesIn } from "./from-plan";
import { unplannedBetween, type Synthesized } from "./from-synth";
import { codeIn } from "./guards";
import { organizationIn, organizationOf, type OrganizationSnapshot } from "./known-organization";
import { failedChecksIn } from "./failed-checks";
import type { PlanJson } from "./plan-json";
import { readingsIn } from "./read-only";
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
  rest: Pick<ReviewInput, "organization" | "livePolicies" | "notCompared">,
): ReviewInput => ({
  before: new World(things(changes, "before")),
  after: new World(things(changes, "after")),
  changes,
  ...rest,
});

/** The stacks as a base and the planned checkout synthesize them: for what plans do not hold. */
export interface BothSides {
  readonly before: Synthesized;
  readonly after: Synthesized;
}

/** What a review without a base cannot see. */
const withoutBase = (plans: readonly StackPlan[]): readonly string[] =>
  plans.length === 0
    ? []
    : [
        `conditions such as the account pin, prevent_destroy, ignore_changes, providers and backends of ${plans.map(({ stack }) => `\`${stack}\``).join(", ")}: the plans were made without a base (\`plan --changed <git ref>\` saves it)`,
      ];

/** What is reviewed, from plans and, where they were saved beside them, the organization and the base. */
export const inputOfPlans = (
  plans: readonly StackPlan[],
  snapshot: OrganizationSnapshot | undefined,
  sides?: BothSides,
): ReviewInput =>
  inputOf(
    [
      ...plans.flatMap(({ stack, plan }) => [
        ...changesIn(stack, plan),
        ...codeIn(stack, plan, sides !== undefined),
        ...readingsIn(stack, plan, sides !== undefined),
        ...failedChecksIn(stack, plan),
      ]),
      ...(sides === undefined ? [] : unplannedBetween(sides.before, sides.after)),
    ],
    {
      notCompared: sides === undefined ? withoutBase(plans) : [],
      organization: snapshot === undefined ? organizationIn(plans.map(({ plan }) => plan)) : organizationOf(snapshot),
      livePolicies: snapshot?.policies ?? [],
    },
  );
