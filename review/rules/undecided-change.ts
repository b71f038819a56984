import { changedAttributes } from "../model/changed-attributes";
import type { ReviewInput } from "../model/review-input";
import { beforeOf } from "../model/same-thing";
import { IMPORT } from "../model/other-blocks";
import { READER } from "../model/sources";
import { canonical, isNothing, Unknown, type Change, type Thing } from "../model/thing";
import type { Found, ReviewRule } from "./rule";
import { JUDGED, SAYS_NOTHING } from "./judged-attributes";
import { otherSources } from "./guards/other-sources";
import { strangers } from "./strangers";
import { nameOf, placeOf, thingOf } from "./words";

/** The Region is where the thing is, whether its provider or an attribute of its own says so. */
const isSilent = (attribute: string, { before, after }: Change): boolean =>
  SAYS_NOTHING.has(attribute) || (attribute === "region" && before?.region === after?.region);

/** What attributes were and will be. */
const sides = ({ before, after }: Change, keys: readonly string[]): unknown =>
  keys.map((key) => ({ key, was: before?.values[key], is: after?.values[key] }));

function found(change: Change, input: ReviewInput): readonly Found[] {
  const thing = thingOf(change);
  if (thing === undefined) return [];
  const judged = JUDGED[change.type];
  const place = placeOf(change);
  if (judged === undefined)
    return [
      {
        place,
        exactly: sides(change, changedAttributes(change)),
        words: `\`${nameOf(thing)}\` (${change.type}): ${change.action}; no rule knows this type of resource`,
      },
    ];
  if (change.action === "delete") return [];
  const before = beforeOf(change, input);
  if (before === undefined) return [];
  const compared = { ...change, before };
  const open = changedAttributes(compared).filter((key) => !isSilent(key, compared) && !judged.includes(key));
  // What AWS will say of a new one is not known yet, and says nothing of what it does.
  const told = open.filter((key) => change.action === "update" || !(change.after?.values[key] instanceof Unknown));
  return told.length === 0
    ? []
    : [
        {
          place,
          exactly: sides(compared, told),
          words: `\`${nameOf(thing)}\` (${change.type}): no rule judges ${told.map((key) => `\`${key}\``).join(", ")}, which changes`,
        },
      ];
}

/** Services that are in no Region. */
const GLOBAL = /^aws_(?:account|iam|organizations)_/;

const hereOf = ({ account, region }: Thing): string => [account, region].filter(Boolean).join(" ");

/** A resource whose values say the same, and that is made somewhere else or as often as nobody can say. */
function elsewhere({ before, after }: Change): readonly Found[] {
  if (after === undefined) return [];
  const place = placeOf(after);
  const asked = ["count", "for_each"].filter(
    (key) => !isNothing(after.values[key]) && canonical(before?.values[key]) !== canonical(after.values[key]),
  );
  const isMoved =
    before !== undefined &&
    before.values["provider"] !== after.values["provider"] &&
    (before.account !== after.account || (before.region !== after.region && !GLOBAL.test(after.address)));
  return [
    ...asked.map((key) => ({
      place,
      words: `\`${after.address}\`: whether there is one could not be decided: \`${key}\` is \`${JSON.stringify(after.values[key])}\``,
    })),
    ...(isMoved
      ? [
          {
            place,
            words: `\`${after.address}\` is made in ${hereOf(after) || "another place"}, no longer in ${hereOf(before)}: what is there is forgotten, not moved`,
          },
        ]
      : []),
  ];
}

/** What exists and is taken over becomes what is configured. A plan compares the two. */
const takenOver = ({ changes }: ReviewInput): readonly Found[] =>
  changes.flatMap(({ type, action, after }) =>
    type === IMPORT && after !== undefined && action !== "nothing"
      ? [
          {
            severity: "medium" as const,
            place: placeOf(after),
            words: `\`${after.address}\` takes over what exists as ${JSON.stringify(after.values["id"])}: what it overwrites of it is in the plan alone`,
          },
        ]
      : [],
  );

/** What becomes of resources by what they read, how often they are made and where. Only what is synthesized says it. */
function readers({ changes }: ReviewInput): readonly Found[] {
  const all = changes.filter(({ type }) => type === READER);
  return [
    ...otherSources(all, "is made of it", "what becomes of that is in the plan alone"),
    ...all.flatMap(elsewhere),
  ];
}

export const undecidedChange: ReviewRule = {
  id: "undecided-change",
  severity: "high",
  fires: "something changes that no rule of this review judges",
  matters: "it may be harmless or not: a person has to look",
  find: (input) => [
    ...input.changes
      .filter(({ action }) => action !== "nothing" && action !== "forget")
      .flatMap((change) => [...found(change, input), ...strangers(change, input)]),
    ...readers(input),
    ...takenOver(input),
  ],
};
