import { absentFrom, bearingOf, binds, contextOf, type Statement } from "../../proofs/policy";
import { oncePer, type Blueprint, type PlacedPolicy } from "../blueprint";
import type { MustPass } from "./call";
import { mustPass } from "./must-pass";

/** A policy that allows in place of FullAWSAccess, and what nothing at its targets allows. */
export interface AllowList {
  readonly policy: PlacedPolicy;
  /** The first call of each caller that would be closed; none where the list is long enough. */
  readonly closed: readonly MustPass[];
}

const allows = ({ document }: PlacedPolicy): readonly Statement[] =>
  document.statements.filter(({ effect }) => effect === "Allow");

const isScp = ({ type }: PlacedPolicy): boolean => type === "SERVICE_CONTROL_POLICY";

const isAllowed = ({ call, absent }: MustPass, statements: readonly Statement[]): boolean =>
  statements.some(
    (statement) => bearingOf(statement, call, contextOf(call), absentFrom(call.principal, absent)) === "yes",
  );

/**
 * The policies that allow. Beside FullAWSAccess an Allow means nothing; where that was detached, a level lets through
 * only what some policy there allows, and the configuration does not know whether it was.
 */
export const allowLists = oncePer((blueprint: Blueprint): readonly AllowList[] =>
  blueprint.policies
    .filter((policy) => isScp(policy) && allows(policy).length > 0)
    .map((policy) => {
      const perTarget = policy.targets.map((target) =>
        blueprint.policies
          .filter((other) => isScp(other) && other.targets.some((own) => own.equals(target)))
          .flatMap(allows),
      );
      const closed = mustPass(blueprint)
        .filter(({ call }) => binds("SERVICE_CONTROL_POLICY", call, blueprint.accounts.management.id))
        .filter((needed) => perTarget.some((statements) => !isAllowed(needed, statements)));
      const firsts = closed.filter(({ who }, index) => closed.findIndex((other) => other.who === who) === index);
      return { policy, closed: firsts };
    }),
);
