import { compared } from "../../policy/compared";
import { actionsOf, principalsOf, type Atom } from "../../policy/covers";
import { globCovers } from "../../policy/glob";
import { changedStatements, statementDiff } from "../../policy/statement-diff";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf, ticked } from "../words";
import { touchedPolicies } from "./policy-attributes";

const isService = ({ principal }: Atom): boolean => principal.patterns.every((each) => each.startsWith("Service:"));

/** What delivers: whoever it is that may no longer do it, an account as well as a service, an alert may not arrive. */
const DELIVERS = ["events:PutEvents", "sns:Publish", "sqs:SendMessage", "s3:PutObject", "kms:GenerateDataKey"];

/** Whether an action is one of those, or all of a key: without its administrators nobody can mend it. */
const isNeeded = ({ action }: Atom): boolean =>
  !action.negated &&
  action.patterns.some((pattern) =>
    [...DELIVERS, "kms:PutKeyPolicy"].some((each) => globCovers(pattern.toLowerCase(), each.toLowerCase())),
  );

export const resourcePolicyOpened: ReviewRule = {
  id: "resource-policy-opened",
  severity: "high",
  fires: "the policy of a bucket, key, topic, queue or bus allows something that it did not allow, or denies less",
  matters: "these policies say who may read, alter or silence the record and the alerts",
  find: (input) =>
    touchedPolicies(input, ["resource"]).flatMap(({ thing, isOfOld, noun, before, after }): readonly Found[] => {
      // A new thing has nothing in it yet. A policy that is new on a thing that was there is judged.
      if (!isOfOld) return [];
      const found = compared(before, after);
      const [place, name] = [placeOf(thing), `\`${nameOf(thing)}\``];
      const diff = statementDiff(before, after);
      const exactly = changedStatements(before, after);
      const told = (words: string): Found => ({ place, words: `${noun} ${name} ${words}`, diff, exactly });
      const ofWhom = (atoms: readonly Atom[]) => `${ticked(actionsOf(atoms))} to ${ticked(principalsOf(atoms))}`;
      if (found === undefined)
        return [
          {
            place,
            words: `what ${noun} ${name} allows could not be decided: it cannot be read before the apply`,
            diff,
            exactly,
          },
        ];
      const { allowsMore, deniesLess } = found;
      return [
        ...(allowsMore.length === 0 ? [] : [told(`also allows ${ofWhom(allowsMore)}, or under fewer conditions`)]),
        ...(deniesLess.length === 0 ? [] : [told(`no longer denies ${ofWhom(deniesLess)}, or in fewer cases`)]),
      ];
    }),
};

export const servicePermission: ReviewRule = {
  id: "service-permission",
  severity: "critical",
  fires:
    "an AWS service, or whoever delivers, may no longer do to a bucket, key, topic, queue or bus what it could, or is denied it",
  matters: "CloudTrail, CloudWatch and EventBridge then deliver nothing, without an error that anybody sees",
  find: (input) =>
    touchedPolicies(input, ["resource"]).flatMap(({ thing, change, noun, before, after }): readonly Found[] => {
      const found = compared(before, after);
      // Gone with its thing: that is said of the thing.
      if (found === undefined || change.before === undefined) return [];
      const lost = found.allowsLess.filter((atom) => isService(atom) || isNeeded(atom));
      const denied = found.deniesMore.filter((atom) => isService(atom) || atom.principal.patterns.includes("*"));
      const atoms = [...lost, ...denied];
      if (atoms.length === 0) return [];
      const unsure = lost.length === 0 ? "may now be denied" : "may no longer do";
      // A queue takes what was not delivered: it fails only together with something else.
      const isByPeople = !lost.some(isService) && change.type !== "aws_cloudwatch_event_bus_policy";
      const isLess = lost.length === 0 || isByPeople || change.type.startsWith("aws_sqs_queue");
      return [
        {
          ...(isLess ? { severity: "high" as const } : {}),
          place: placeOf(thing),
          words: `${noun} \`${nameOf(thing)}\`: ${ticked(principalsOf(atoms).map((who) => who.replace(/^(Service|AWS):/, "")))} ${unsure} ${ticked(actionsOf(atoms))}, or in fewer cases`,
          diff: statementDiff(before, after),
          exactly: changedStatements(before, after),
        },
      ];
    }),
};
