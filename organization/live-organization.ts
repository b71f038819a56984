import type { PolicyType } from "../proofs/policy/index";

/** A step on the way to an account, as AWS names it. */
export interface LiveLevel {
  readonly kind: "root" | "ou" | "account";
  readonly id: string;
  readonly name: string;
}

/** A policy of the real organization, with the ids of what it is attached to. */
export interface LivePolicy {
  readonly name: string;
  readonly type: PolicyType;
  readonly content: string;
  readonly targets: readonly string[];
}

/** What is read of the real organization. Tests give one that they made up. */
export interface LiveOrganization {
  /** Every service and resource control policy. */
  readonly policies: () => Promise<readonly LivePolicy[]>;
  /** From the root down to the account. */
  readonly pathTo: (account: string) => Promise<readonly LiveLevel[]>;
  /** The account of this name, or undefined. */
  readonly accountNamed: (name: string) => Promise<string | undefined>;
}
