import { SAYS_NOTHING } from "./rules/judged-attributes";
import { lossesIn } from "./guardrails/losses";
import { placesInWords } from "./guardrails/places";
import { reversed } from "./model/reversed";
import { afterOf } from "./model/same-thing";
import type { ReviewInput } from "./model/review-input";
import { changedAttributes } from "./model/changed-attributes";

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];

/** What is denied from now on, or is denied more. */
function stronger(input: ReviewInput): readonly string[] {
  return lossesIn(reversed(input))
    .filter(({ witness }) => witness !== undefined)
    .map(({ policy, after, places, targets }) => {
      const where = placesInWords(input.organization, places, targets);
      return after === undefined
        ? `\`${policy.name}\` now covers ${where}`
        : `\`${policy.name}\` denies more on ${where}`;
    });
}

/** What changes and does no harm, in a line each. */
export function harmless(input: ReviewInput): readonly string[] {
  const moved = input.changes.filter(({ previousAddress }) => previousAddress !== undefined);
  const rewritten = input.changes.filter(
    (change) => change.action === "delete" && afterOf(change, input) !== undefined,
  );
  const words = input.changes.filter(
    (change) =>
      change.action === "update" &&
      changedAttributes(change).length > 0 &&
      changedAttributes(change).every((key) => SAYS_NOTHING.has(key)),
  );
  return [
    ...stronger(input),
    ...moved.map(
      ({ previousAddress = "", address }) =>
        `moved, and otherwise judged as the same thing: \`${previousAddress}\` → \`${address}\``,
    ),
    ...counted(
      rewritten.length,
      "thing is made anew under another address",
      "things are made anew under other addresses",
    ),
    ...counted(
      words.length,
      "resource changes its tags or its description alone",
      "resources change their tags or descriptions alone",
    ),
    ...counted(
      input.changes.filter(({ action, type }) => action === "create" && type.startsWith("aws_")).length,
      "resource is new",
      "resources are new",
    ),
    ...counted(
      input.changes.filter(({ isImport }) => isImport).length,
      "resource that exists comes under Terraform",
      "resources that exist come under Terraform",
    ),
  ];
}
