import type { ReviewInput } from "../../model/review-input";
import { beforeOf } from "../../model/same-thing";
import { canonical, Unknown, type Change } from "../../model/thing";
import { compared } from "../../policy/compared";
import { actionsOf, uncovered, type Atom } from "../../policy/covers";
import { changedStatements, statementDiff } from "../../policy/statement-diff";
import { touchedPolicies } from "../policies/policy-attributes";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf, ticked } from "../words";
import { attachedPolicies, inlineTexts, powersOf, servicesOf } from "./powers";

/** What no role does harm with: it delivers, or switches on. Whom a new break glass lets in is told by its trust. */
const HARMLESS: ReadonlySet<string> = new Set([
  "events:EnableRule",
  "events:PutEvents",
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "sns:Publish",
  "sqs:SendMessage",
  "sts:AssumeRoot",
]);

/** What a role that is new may do besides. */
function ofNew(change: Change, input: ReviewInput): readonly Found[] {
  const { after: role } = change;
  if (role === undefined || beforeOf(change, input) !== undefined) return [];
  const powers = powersOf(input.after, role);
  const services = servicesOf(role);
  const use = services.length === 0 ? "" : ` and with which ${ticked(services)} works`;
  const [place, name] = [placeOf(role), `the role \`${nameOf(role)}\`, which is new${use},`];
  if (powers === undefined) return [{ place, words: `what ${name} may do cannot be read before the apply` }];
  const actions = actionsOf(uncovered("Allow", powers, [])).filter((action) => !HARMLESS.has(action));
  const given = attachedPolicies(role);
  return [
    ...(actions.length === 0 ? [] : [{ place, exactly: powers, words: `${name} may do ${ticked(actions)}` }]),
    ...(given.length === 0 ? [] : [{ place, exactly: given, words: `${name} has the policies ${ticked(given)}` }]),
  ];
}

/** What a role may do more by what is written inside of it. AWS repeats its other policies there: those stay. */
function inside(change: Change, input: ReviewInput): readonly Found[] {
  const { after } = change;
  const before = beforeOf(change, input);
  const [was, is] = [before?.values["inline_policy"], after?.values["inline_policy"]];
  if (before === undefined || after === undefined || is instanceof Unknown || canonical(was) === canonical(is))
    return [];
  const place = placeOf(after);
  const [old, young] = [powersOf(input.before, before), powersOf(input.after, after)];
  if (old === undefined || young === undefined)
    return [{ place, words: `what \`${nameOf(after)}\` may do could not be decided: its policy cannot be read` }];
  return told(place, nameOf(after), uncovered("Allow", young, old), inlineTexts(before)[0], inlineTexts(after)[0]).map(
    (found) => ({ ...found, exactly: { was: old, is: young } }),
  );
}

const told = (
  place: string,
  role: string,
  atoms: readonly Atom[],
  before: unknown,
  after: unknown,
): readonly Found[] =>
  atoms.length === 0
    ? []
    : [
        {
          place,
          words: `the role \`${role}\` may also do ${ticked(actionsOf(atoms))}, or on more`,
          diff: statementDiff(before, after),
          exactly: changedStatements(before, after),
        },
      ];

/** What a role that was there may do more. */
const ofOld = (input: ReviewInput): readonly Found[] =>
  touchedPolicies(input, ["permissions"]).flatMap(({ thing, isOfOld, before, after }): readonly Found[] => {
    // What a new role may do is told of the role.
    if (!isOfOld) return [];
    const found = compared(before, after);
    const role = typeof thing.values["role"] === "string" ? thing.values["role"] : thing.label;
    const place = placeOf(thing);
    if (found === undefined)
      return [
        { place, words: `what \`${role}\` may do could not be decided: its policy cannot be read before the apply` },
      ];
    return told(place, role, [...found.allowsMore, ...found.deniesLess], before, after);
  });

export const rolePermissions: ReviewRule = {
  id: "role-permissions",
  severity: "high",
  fires: "a role may do something that its policy did not allow before, or is new and may do more than deliver",
  matters: "the roles of the baseline are exempt from what binds others: each may do its one task and nothing else",
  find: (input) => [
    ...ofOld(input),
    ...input.changes
      .filter(({ type, action }) => type === "aws_iam_role" && action !== "nothing")
      .flatMap((change) => [...ofNew(change, input), ...inside(change, input)]),
  ],
};
