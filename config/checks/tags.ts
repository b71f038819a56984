import { fieldPath } from "../report/problem";
import { found, type Check } from "./check";
import { MOST_TAGS } from "../../catalogue/quotas";

const keysOf = (where: readonly string[], tags: Readonly<Record<string, string>>) =>
  Object.keys(tags).map((key) => ({ where: fieldPath([...where, key]), key }));

/** IAM compares tag keys without case, so two that differ in case only are refused at apply time. */
export const tagKeysDiffer: Check = ({ baseline: { tags, terraform } }) => {
  const all = [...keysOf(["tags"], tags), ...keysOf(["terraform", "defaultTags"], terraform.defaultTags)];
  return all.flatMap(({ where, key }, index) => {
    const first = all.slice(0, index).find((other) => other.key.toLowerCase() === key.toLowerCase());
    if (first === undefined) return [];
    return [{ where, rule: `have a key of its own: ${first.where} has it already, and case does not count`, got: key }];
  });
};

/** Both sets of tags end up on every resource. */
export const tagsFit: Check = ({ baseline: { tags, terraform } }) => {
  const count = Object.keys(tags).length + Object.keys(terraform.defaultTags).length;
  return found(
    count > MOST_TAGS && {
      where: "tags",
      rule: `hold at most ${MOST_TAGS} tags together with terraform.defaultTags`,
      got: count,
    },
  );
};
