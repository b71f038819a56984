import { compared } from "../../policy/compared";
import { actionsOf } from "../../policy/covers";
import { statementDiff } from "../../policy/statement-diff";
import { touchedPolicies } from "../policies/policy-attributes";
import type { Found, ReviewRule } from "../rule";
import { few, placeOf } from "../words";

export const rolePermissions: ReviewRule = {
  id: "role-permissions",
  severity: "high",
  fires: "a role may do something that its policy did not allow before",
  matters: "the roles of the baseline are exempt from what binds others: each may do its one task and nothing else",
  find: (input) =>
    touchedPolicies(input, ["permissions"]).flatMap(({ thing, isOfOld, before, after }): readonly Found[] => {
      const found = compared(before, after);
      const role = typeof thing.values["role"] === "string" ? thing.values["role"] : thing.label;
      const place = placeOf(thing);
      if (found === undefined)
        return !isOfOld
          ? []
          : [
              {
                place,
                words: `what \`${role}\` may do could not be decided: its policy cannot be read before the apply`,
              },
            ];
      const atoms = [...found.allowsMore, ...found.deniesLess];
      // What a new role may do is for who may assume it.
      if (atoms.length === 0 || !isOfOld) return [];
      return [
        {
          place,
          words: `the role \`${role}\` may also do ${few(actionsOf(atoms).map((action) => `\`${action}\``))}, or on more`,
          diff: statementDiff(before, after),
        },
      ];
    }),
};
