/** A step on the way to an account, as AWS names it. */
export interface LiveLevel {
  readonly kind: "root" | "ou" | "account";
  readonly id: string;
  readonly name: string;
}

/** The name under which a configuration means the end of a path: `root`, the path of a unit, the id of an account. */
export function configuredName(path: readonly LiveLevel[]): string {
  const last = path.at(-1);
  if (last === undefined || last.kind === "root") return "root";
  const units = path.filter(({ kind }) => kind === "ou").map(({ name }) => name);
  return last.kind === "ou" ? units.join("/") : last.id;
}

/** Types of policies that decide whether a call is held back. */
export type LivePolicyType = "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";

/** What a policy is attached to. */
export interface PolicyTarget {
  readonly id: string;
  readonly type: "ROOT" | "ORGANIZATIONAL_UNIT" | "ACCOUNT";
  /** As a configuration writes it: `root`, the path of a unit; and the name of an account. */
  readonly name: string;
}

/** A policy of the real organization. */
export interface LivePolicy {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly type: LivePolicyType;
  /** Made by AWS, such as FullAWSAccess. */
  readonly awsManaged: boolean;
  /** The policy as AWS keeps it, byte for byte. */
  readonly text: string;
  readonly targets: readonly PolicyTarget[];
}

/** What is read of the real organization. Tests give one that they made up. */
export interface LiveOrganization {
  /** Every service and resource control policy. */
  readonly policies: () => Promise<readonly LivePolicy[]>;
  /** From the root down to the account; undefined where the organization has no such account. */
  readonly pathTo: (account: string) => Promise<readonly LiveLevel[] | undefined>;
  /** Ids of the accounts of this name: names are not unique. */
  readonly accountsNamed: (name: string) => Promise<readonly string[]>;
}
