import { spelledKey } from "./condition-keys";
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

const KINDS: Readonly<Record<LevelName["kind"], string>> = {
  root: "the root",
  ou: "organizational unit",
  account: "account",
};

const TYPES: Readonly<Record<PolicyType, string>> = {
  SERVICE_CONTROL_POLICY: "service control policy",
  RESOURCE_CONTROL_POLICY: "resource control policy",
};

const EXEMPTIONS: Readonly<Record<Exemption, string>> = {
  "management account": "no policy binds the management account",
  "service-linked role": "no policy binds a service-linked role",
  "service principal": "service control policies do not bind AWS services",
  "unauthenticated caller": "service control policies do not bind a caller without an account",
  "other account": "these policies are attached above another account",
};

/** A level without its own id is named by its kind alone: where a configuration says "root", there is one root. */
const place = ({ kind, id, name }: LevelName): string => {
  if (name === undefined && id === kind) return KINDS[kind];
  return name === undefined ? `${KINDS[kind]} ${id}` : `${KINDS[kind]} ${name} (${id})`;
};

/** A statement that decides by values which the call does not give. */
export interface Undecided {
  readonly decision: "undecided";
  readonly reason: "a deny may apply" | "an allow may not apply";
  readonly level: LevelName;
  readonly policy: string;
  readonly policyType: PolicyType;
  readonly statement: string;
  /** The keys whose values decide, in lower case. */
  readonly keys: readonly string[];
}

/** The verdict as a sentence for people: which statement of which policy at which level decided. */
export function describe(verdict: Verdict | Undecided): string {
  switch (verdict.reason) {
    case "a deny may apply":
    case "an allow may not apply":
      return `undecided: statement ${verdict.statement} of ${TYPES[verdict.policyType]} ${verdict.policy} at ${place(verdict.level)} ${verdict.reason === "a deny may apply" ? "denies" : "allows"} the call or not, depending on ${verdict.keys.map(spelledKey).join(", ")}, which the call does not give`;
    case "explicit deny":
      return `denied by statement ${verdict.statement} of ${TYPES[verdict.policyType]} ${verdict.policy} at ${place(verdict.level)}`;
    case "no allow at level":
      return `denied because no service control policy at ${place(verdict.level)} allows the call`;
    case "allowed at every level":
      return "allowed: no policy at any level holds the call back";
    default:
      return `not bound: ${EXEMPTIONS[verdict.reason]}`;
  }
}
