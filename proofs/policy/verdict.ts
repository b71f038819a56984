import type { LevelName } from "./hierarchy";
import type { PolicyType } from "./policy-document";

/** Why no policy of a hierarchy reaches a call. */
export type Exemption =
  "management account" | "service-linked role" | "service principal" | "unauthenticated caller" | "other account";

/** What the policies of a hierarchy say about one call, and which of them decided. They never grant: `allowed` means not held back. */
export type Verdict =
  | {
      readonly decision: "denied";
      readonly reason: "explicit deny";
      readonly level: LevelName;
      readonly policy: string;
      readonly policyType: PolicyType;
      /** The Sid or, without one, the place: `Statement[0]`. */
      readonly statement: string;
    }
  | ({ readonly decision: "denied"; readonly reason: "no allow at level"; readonly level: LevelName } & NoStatement)
  | ({
      readonly decision: "allowed";
      readonly reason: "allowed at every level";
      readonly level?: undefined;
    } & NoStatement)
  | ({ readonly decision: "not bound"; readonly reason: Exemption; readonly level?: undefined } & NoStatement);

interface NoStatement {
  readonly policy?: undefined;
  readonly policyType?: undefined;
  readonly statement?: undefined;
}
