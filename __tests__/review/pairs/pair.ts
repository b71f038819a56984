import type { ReviewSeverity } from "../../../review";
import type { Draft } from "../draft";

/** An organization before and after, and the rules that must speak of it: all that do, and no others. */
export interface Pair {
  readonly name: string;
  /** What is changed in the example before. @default nothing */
  readonly given?: (draft: Draft) => unknown;
  readonly change: (draft: Draft) => unknown;
  /** Addresses that the change replaces. */
  readonly replaced?: readonly string[];
  /** Addresses that leave the state and stay standing. */
  readonly forgotten?: readonly string[];
  /** Ids of rules; none where the change is harmless. */
  readonly finds: readonly string[];
  /** What the review says of it. */
  readonly says?: RegExp;
  /** How serious it is. @default - not asked */
  readonly severity?: ReviewSeverity;
}

export const harmless = (name: string, change: Pair["change"], given?: Pair["given"]): Pair => ({
  name,
  change,
  finds: [],
  ...(given === undefined ? {} : { given }),
});

export const harmful = (
  name: string,
  finds: string | readonly string[],
  change: Pair["change"],
  more: Pick<Pair, "given" | "says" | "severity" | "replaced" | "forgotten"> = {},
): Pair => ({ name, finds: [finds].flat(), change, ...more });
