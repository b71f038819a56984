import type { Locked } from "../../root-sessions/unlock/locked";
import type { Thing } from "./thing";

/** What was found, and what was done. */
export interface Outcome {
  readonly thing: Thing;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  /** By this id CloudTrail tells what the session did. */
  readonly session: string;
  /** Undefined where there is no policy. */
  readonly found?: { readonly policy: string; readonly locked: Locked };
  /** Where the policy is kept. */
  readonly file?: string;
  readonly removed: boolean;
}

/** The outcome for machines. The policy is the text that AWS keeps: whoever compares it needs every character. */
export const asJson = ({ thing, arn, account, region, session, found, file, removed }: Outcome) => ({
  [thing.kind.noun]: thing.id,
  arn,
  account,
  region,
  session,
  policy: found?.policy ?? null,
  locksOut: found?.locked.answer ?? "no",
  dependsOn: found?.locked.why ?? [],
  removed,
  keptIn: file ?? null,
});
