import type { LockKind } from "../../root-sessions/unlock/lock";

/** What is unlocked. */
export interface Thing {
  readonly kind: LockKind;
  /** As the API names it; a file can be called so. */
  readonly id: string;
  readonly arn: (partition: string, region: string, account: string) => string;
}
