import { refuse } from "../refuse";
import { checkAccountId } from "./call";
import type { PolicyDocument, PolicyType } from "./policy-document";

/** One policy where it is attached. */
export interface AttachedPolicy {
  readonly name: string;
  readonly type: PolicyType;
  readonly document: PolicyDocument;
}

/** One step on the way from the root of the organization down to an account, with what is attached there directly. */
export interface Level {
  readonly kind: "root" | "ou" | "account";
  /** `r-…`, `ou-…` or the account's 12 digits. */
  readonly id: string;
  /** @default - people see the id */
  readonly name?: string;
  readonly policies: readonly AttachedPolicy[];
}

/** A level without its policies: enough to point at it. */
export type LevelName = Pick<Level, "kind" | "id" | "name">;

const ORDER = { root: 0, ou: 1, account: 2 };

/**
 * The account at the end of the path, or undefined for a path that ends above accounts and so is the path of any.
 *
 * @throws where the levels do not lead downwards, one comes twice, or a policy is attached as what it is not
 */
export function accountAt(hierarchy: readonly Level[]): string | undefined {
  if (hierarchy.length === 0) refuse("hierarchy", "hold at least one level", []);
  const ids = hierarchy.map((level) => level.id);
  if (new Set(ids).size !== ids.length) refuse("hierarchy", "hold every level once", ids);
  hierarchy.forEach((level, index) => {
    const above = hierarchy[index - 1];
    const downwards = above === undefined || ORDER[above.kind] < ORDER[level.kind] || level.kind === "ou";
    if (!downwards || above?.kind === "account")
      refuse("hierarchy", "lead from the root through organizational units to one account", ids);
    if (level.kind === "account") checkAccountId("the id of the account level", level.id);
    level.policies.forEach((policy) => {
      if (policy.type !== policy.document.type)
        refuse(`policy ${policy.name} at ${level.id}`, `be attached as ${policy.document.type}`, policy.type);
    });
  });
  const last = hierarchy.at(-1);
  return last?.kind === "account" ? last.id : undefined;
}
