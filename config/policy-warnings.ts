import { spelledKey } from "../proofs/policy";
import type { Blueprint } from "./blueprint";
import { allowLists, lockOuts, type LockOut, type MustPass } from "./lock-out";
import type { Warning } from "./report/warning";

/** What evaluating the policies cannot rule out: they may hold back what the baseline needs. */

const told = ({ who, call }: MustPass): string => `${call.action} by ${who}`;

/** A policy on a unit: below it or not, only the live organization knows. */
export const mayLockOut = (blueprint: Blueprint): readonly Warning[] =>
  lockOuts(blueprint)
    .filter(({ isAbove, keys }) => !isAbove && keys.length === 0)
    .map(({ policy, statement, blocked: { who, loss, call }, advice }) => ({
      where: policy.where,
      text: `${policy.id} is attached to an OU, and its statement ${statement} denies ${call.action} to ${who} if that account is below it, so ${loss}${advice}; exempt that principal, or make sure that the account is elsewhere`,
    }));

const sameCause = (a: LockOut, b: LockOut): boolean =>
  a.policy === b.policy && a.statement === b.statement && a.keys.join() === b.keys.join();

/** What a policy decides by a value that nobody knows: an address, a network, a tag, a day. One warning a statement. */
export const isUndecided = (blueprint: Blueprint): readonly Warning[] => {
  const open = lockOuts(blueprint).filter(({ keys }) => keys.length > 0);
  return open
    .filter((one, index) => open.findIndex((other) => sameCause(one, other)) === index)
    .map((one) => {
      const { policy, statement, keys } = one;
      const calls = open.filter((other) => sameCause(one, other)).map(({ blocked }) => told(blocked));
      return {
        where: policy.where,
        text: `${policy.id} cannot be decided: its statement ${statement} denies or not, depending on ${keys.map(spelledKey).join(" and ")}, which the configuration does not know, and the baseline needs ${calls.join("; ")}; make sure that their values let these calls pass, or exempt these principals`,
      };
    });
};

/** A policy that allows: it decides alone where FullAWSAccess was detached. */
export const allowsAlone = (blueprint: Blueprint): readonly Warning[] =>
  allowLists(blueprint)
    .filter(({ closed }) => closed.length > 0)
    .map(({ policy, closed }) => ({
      where: policy.where,
      text: `${policy.id} has Allow statements, which mean nothing beside FullAWSAccess; where that is detached from ${policy.targets.map(({ text }) => text).join(", ")}, nothing there allows what the baseline needs: ${closed.map(told).join("; ")}; allow these too, or deny in place of allowing`,
    }));
