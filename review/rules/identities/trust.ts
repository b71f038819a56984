import { parseArn } from "../../../catalogue/aws/arn";
import type { Organization } from "../../model/organization";
import { compared } from "../../policy/compared";
import { actionsOf, principalsOf, uncovered, type Atom } from "../../policy/covers";
import { statementsOf } from "../../policy/statement";
import { changedStatements, statementDiff } from "../../policy/statement-diff";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf, ticked } from "../words";
import { touchedPolicies } from "../policies/policy-attributes";

const PRINCIPAL_ARN = "aws:principalarn";

const short = (text: string): string => {
  const { account, resource } = parseArn(text.replace(/^AWS:/, "")) ?? {};
  const permissionSet = /AWSReservedSSO_(.+)_(\?{16}|[0-9a-f]{16}|\*)$/.exec(resource ?? "")?.[1];
  if (permissionSet !== undefined) return `permission set ${permissionSet} of ${String(account)}`;
  return resource === undefined ? text : `${resource}${account === "" ? "" : ` of ${String(account)}`}`;
};

/** Who may, by one atom: whom its conditions narrow it to, or else the principals. */
function admitted(atom: Atom): readonly string[] {
  const narrowed = atom.statement.conditions
    .filter(({ key, operator }) => key === PRINCIPAL_ARN && !operator.includes("Not"))
    .flatMap(({ values }) => values);
  return narrowed.length > 0 ? narrowed : principalsOf([atom]);
}

const whoMay = (atoms: readonly Atom[]): readonly string[] => [...new Set(atoms.flatMap(admitted).map(short))];

/** Whether somebody of an account outside of the organization is let in, where its accounts are known. */
function isOutside(atoms: readonly Atom[], { accounts, knowledge }: Organization): boolean {
  if (knowledge === "targets" || accounts.length === 0) return false;
  const ids = new Set(accounts.map(({ id }) => id));
  return principalsOf(atoms).some((who) => {
    const account = parseArn(who.replace(/^AWS:/, ""))?.account ?? "";
    return who === "*" || (/^\d{12}$/.test(account) && !ids.has(account));
  });
}

/** What is new: somebody who was not let in before or, where they all were, the way in. */
function opening(atoms: readonly Atom[], before: unknown): string {
  const former = whoMay(uncovered("Allow", statementsOf(before), []));
  const come = whoMay(atoms).filter((who) => !former.includes(who));
  return come.length > 0
    ? `can also be opened by ${ticked(come)}`
    : `can be opened under fewer conditions by ${ticked(whoMay(atoms))}`;
}

/** A break-glass role by its task, any other by its name. */
function roleInWords(name: string): string {
  const task = /-break-glass-(.+)$/.exec(name)?.[1];
  return task === undefined ? `the role \`${name}\`` : `break glass \`${task}\``;
}

export const roleTrust: ReviewRule = {
  id: "role-trust",
  severity: "critical",
  fires: "a role can be assumed by somebody, or in a way, that its trust did not let in before",
  matters:
    "whoever can become a role is that role: a break-glass role opens root sessions, an exempt one passes guardrails",
  find: (input) =>
    touchedPolicies(input, ["trust"]).flatMap(({ thing, change, before, after }): readonly Found[] => {
      const found = compared(before, after);
      const place = placeOf(thing);
      const name = roleInWords(nameOf(thing));
      if (found === undefined)
        return change.after === undefined
          ? []
          : [
              {
                severity: "high",
                place,
                exactly: { before, after },
                words: `who can open ${name} could not be decided: its trust cannot be read`,
              },
            ];
      const atoms = [...found.allowsMore, ...found.deniesLess];
      if (atoms.length === 0 || change.after === undefined) return [];
      // A role that AWS alone assumes lets no person in.
      const isNewForServices =
        change.before === undefined &&
        atoms.every(({ principal }) => principal.patterns.every((each) => each.startsWith("Service:")));
      if (isNewForServices) return [];
      const isNew = change.before === undefined && beforeIsEmpty(before);
      return [
        {
          ...(isNew && !isOutside(atoms, input.organization) ? { severity: "medium" as const } : {}),
          place,
          words: isNew
            ? `${name}, which is new, can be opened by ${ticked(whoMay(atoms))}`
            : `${name} ${opening(atoms, before)}`,
          details: [`Actions: ${actionsOf(atoms).join(", ")}`],
          diff: statementDiff(before, after),
          exactly: changedStatements(before, after),
        },
      ];
    }),
};

const beforeIsEmpty = (before: unknown): boolean => before === undefined || before === null || before === "";
