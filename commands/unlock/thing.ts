import type { Baseline } from "../../config";
import type { LockKind } from "../../root-sessions/unlock/lock";

/** What is unlocked. */
export interface Thing {
  readonly kind: LockKind;
  /** As the API names it; a file can be called so. */
  readonly id: string;
  /** Where it is, as its own name says. @default --region, or the home Region */
  readonly region?: string | undefined;
  readonly arn: (partition: string, region: string, account: string) => string;
  /** Refuses what this configuration says of it, before anything is asked of AWS. */
  readonly check: (baseline: Baseline) => void;
}
