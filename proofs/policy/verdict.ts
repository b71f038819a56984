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

/** The verdict as a sentence for people: which statement of which policy at which level decided. */
export function describe(verdict: Verdict): string {
  switch (verdict.reason) {
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
