import { changedAttributes } from "../model/changed-attributes";
import { READER } from "../model/sources";
import { Unknown, type Change } from "../model/thing";
import type { Found, ReviewRule } from "./rule";
import { JUDGED, SAYS_NOTHING } from "./judged-attributes";
import { otherSources } from "./guards/other-sources";
import { nameOf, placeOf, thingOf } from "./words";

const isSilent = (attribute: string): boolean => SAYS_NOTHING.has(attribute);

function found(change: Change): readonly Found[] {
  const thing = thingOf(change);
  if (thing === undefined) return [];
  const judged = JUDGED[change.type];
  const place = placeOf(change);
  if (judged === undefined)
    return [
      { place, words: `\`${nameOf(thing)}\` (${change.type}): ${change.action}; no rule knows this type of resource` },
    ];
  if (change.action === "create" || change.action === "delete") return [];
  const open = changedAttributes(change).filter((key) => !isSilent(key) && !judged.includes(key));
  // What AWS will say of a new one is not known yet, and says nothing of what it does.
  const told = open.filter((key) => !(change.action === "replace" && change.after?.values[key] instanceof Unknown));
  return told.length === 0
    ? []
    : [
        {
          place,
          words: `\`${nameOf(thing)}\` (${change.type}): no rule judges ${told.map((key) => `\`${key}\``).join(", ")}, which changes`,
        },
      ];
}

export const undecidedChange: ReviewRule = {
  id: "undecided-change",
  severity: "high",
  fires: "something changes that no rule of this review judges",
  matters: "it may be harmless or not: a person has to look",
  find: ({ changes }) => [
    ...changes.filter(({ action }) => action !== "nothing" && action !== "forget").flatMap(found),
    ...otherSources(
      changes.filter(({ type }) => type === READER),
      "is made of it",
      "what becomes of that is in the plan alone",
    ),
  ],
};
