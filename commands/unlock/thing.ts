import type { LockKind } from "../../root-sessions/unlock/lock";

/** What is unlocked. */
export interface Thing {
  readonly kind: LockKind;
  /** As the API names it. */
  readonly id: string;
  /** As a file can be called. */
  readonly name: string;
  readonly arn: (partition: string, region: string, account: string) => string;
}
