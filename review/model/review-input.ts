import type { Organization } from "./organization";
import type { Change } from "./thing";
import type { World } from "./world";

/** A policy of the live organization, whoever made it. */
export interface LivePolicy {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly targets: readonly string[];
}

/** What is reviewed: everything before, everything after, and what happens to each resource. */
export interface ReviewInput {
  readonly before: World;
  readonly after: World;
  readonly changes: readonly Change[];
  readonly organization: Organization;
  /** Policies of the organization as it is; none where nobody read it. */
  readonly livePolicies: readonly LivePolicy[];
  /** What could not be compared for want of its other side, in a line each. @default - everything was */
  readonly notCompared?: readonly string[];
}
