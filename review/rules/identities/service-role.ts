import { afterOf } from "../../model/same-thing";
import type { ReviewInput } from "../../model/review-input";
import type { World } from "../../model/world";
import { canonical, type Change, type Thing } from "../../model/thing";
import { actionsOf, uncovered, type Atom } from "../../policy/covers";
import type { PolicyStatement } from "../../policy/statement";
import { changedStatements } from "../../policy/statement-diff";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf, ticked } from "../words";
import { powersOf, servicesOf } from "./powers";

const ROLE = "aws_iam_role";

const TYPES: ReadonlySet<string> = new Set([ROLE, "aws_iam_role_policy"]);

/** What was allowed and no longer is, or is denied from now on. */
const lostOf = (before: readonly PolicyStatement[], after: readonly PolicyStatement[]): readonly Atom[] => [
  ...uncovered("Allow", before, after),
  ...uncovered("Deny", after, before),
];

/** What becomes of a role that services assume. What cannot be read is told of by the rules of each policy. */
function lossesOf(input: ReviewInput, role: Thing, after: Thing | undefined): readonly string[] {
  const services = ticked(servicesOf(role));
  if (after === undefined) return [`is gone, with which ${services} did its work`];
  const [was, is] = [powersOf(input.before, role), powersOf(input.after, after)];
  const lost = was === undefined || is === undefined ? [] : lostOf(was, is);
  const out = servicesOf(role).filter((each) => !servicesOf(after).includes(each));
  const isOther = canonical(role.values["assume_role_policy"]) !== canonical(after.values["assume_role_policy"]);
  return [
    ...(lost.length === 0 ? [] : [`lets ${services} no longer do ${ticked(actionsOf(lost))}, or on less`]),
    ...(isOther && out.length > 0 ? [`no longer lets in ${ticked(out)}`] : []),
  ];
}

/** All that a role may do, and whom it lets in. */
const sideOf = (world: World, role: Thing): unknown => ({
  powers: powersOf(world, role),
  trust: changedStatements(undefined, role.values["assume_role_policy"]),
});

function found(input: ReviewInput, change: Change): readonly Found[] {
  const { before: role } = change;
  if (role === undefined || servicesOf(role).length === 0) return [];
  const after = afterOf(change, input);
  return lossesOf(input, role, after).map((what) => ({
    place: placeOf(role),
    exactly: { was: sideOf(input.before, role), is: after && sideOf(input.after, after) },
    words: `the role \`${nameOf(role)}\` ${what}`,
  }));
}

export const serviceRole: ReviewRule = {
  id: "service-role",
  severity: "critical",
  fires: "a role with which an AWS service works may do less, lets the service in no longer, or is gone",
  matters: "CloudTrail, EventBridge and Scheduler then deliver nothing, without an error that anybody sees",
  find: (input) =>
    input.changes.some(({ type, action }) => TYPES.has(type) && action !== "nothing")
      ? input.changes.filter(({ type }) => type === ROLE).flatMap((change) => found(input, change))
      : [],
};
