import { parseArn } from "../../../catalogue/aws/arn";
import { ROOT_TASKS } from "../../../catalogue/aws/root-tasks";
import { principalOf, type Blueprint, type PlacedPolicy } from "../../../config";
import type { PossibleChange } from "./change";
import { anyOf, could, type Could } from "./judge";
import type { UnitsAbove } from "./units";

/** Who can have made a change, as far as the guardrails say it. */
export interface Suspects {
  /** Whether it is the management account, in which no guardrail binds anybody. */
  readonly isUnbound: boolean;
  /** Whoever there is in the account, but the exempt principals and its root user. */
  readonly anybody: Could;
  readonly root: Could;
  /** Tasks with which a root session can have done it; none where guardrails deny it to root sessions. */
  readonly rootSessions: readonly string[];
  /** ARNs of the exempt principals of the account that no guardrail holds back, as the configuration writes them. */
  readonly exempt: readonly string[];
  /** Policies that would deny it to anybody, and that have drifted themselves or are not applied. */
  readonly lapsed: readonly string[];
}

/** Stands for whoever there is: no exemption is written for this name. */
const SOMEBODY = "Zq0-somebody";

const filled = (pattern: string, account: string): string => {
  const fields = pattern.split(":");
  const owner = /[*?]/.test(fields[4] ?? "") ? account : (fields[4] ?? "");
  return [...fields.slice(0, 4), owner, ...fields.slice(5)].join(":").replaceAll("*", "Zq0").replaceAll("?", "0");
};

/** A pattern's account is this one, or may be. */
const isOf = (pattern: string, account: string): boolean => {
  const owner = parseArn(pattern)?.account ?? "";
  return owner === account || /[*?]/.test(owner);
};

/**
 * Judges who can have made the change.
 *
 * @param lapsed - ids of policies that are not attached as configured: they deny nothing to anybody
 */
export function suspectsOf(
  blueprint: Blueprint,
  change: PossibleChange,
  lapsed: ReadonlySet<string>,
  unitsAbove: UnitsAbove,
): Suspects {
  const { accounts, baseline, guardrailSettings, partition, policies } = blueprint;
  const account = change.account ?? accounts.management.id;
  const inOrganization = { account, partition: partition.id, organization: baseline.organization.id };
  const attached = policies.filter(({ id }) => !lapsed.has(id));
  const judged = (which: readonly PlacedPolicy[]) =>
    anyOf(
      (["role", "user"] as const).map((type) =>
        could(blueprint, which, change, unitsAbove, { type, name: SOMEBODY, ...inOrganization }),
      ),
    );
  const anybody = judged(attached);
  const withAll = anybody.can === "yes" && lapsed.size > 0 ? judged(policies) : anybody;
  const sessions = could(blueprint, attached, change, unitsAbove, { type: "assumed-root", ...inOrganization });
  const isUnbound = change.account === accounts.management.id;
  const tasks = ROOT_TASKS.filter(({ actions }) => change.calls.some(({ action }) => actions.includes(action)));
  return {
    isUnbound,
    anybody,
    root: could(blueprint, attached, change, unitsAbove, { type: "root", ...inOrganization }),
    rootSessions:
      isUnbound || sessions.can === "no" || !baseline.rootAccess.features.includes("RootSessions")
        ? []
        : tasks.map(({ id }) => id),
    exempt: guardrailSettings.exemptPrincipals.filter((pattern) => {
      const principal = isOf(pattern, account) ? principalOf(filled(pattern, account)) : undefined;
      return (
        principal !== undefined &&
        could(blueprint, attached, change, unitsAbove, { ...principal, ...inOrganization }).can !== "no"
      );
    }),
    lapsed: withAll.can === "no" ? withAll.deniedBy : [],
  };
}
