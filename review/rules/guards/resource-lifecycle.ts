import { GUARD } from "../../model/guards";
import type { Change, Thing } from "../../model/thing";
import { SAYS_NOTHING } from "../judged-attributes";
import { KEPT } from "../kept/kept";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf, ticked } from "../words";

const texts = (guard: Thing | undefined, key: string): readonly string[] =>
  ((guard?.values[key] as readonly unknown[] | undefined) ?? []).map(String);

/** The attribute that a path is of: `rule` of `${rule[0].days}`. */
const attributeOf = (path: string): string => /^(?:\$\{)?(\w+)/.exec(path)?.[1] ?? path;

const came = ({ before, after }: Change, key: string): readonly string[] => {
  const [was, is] = [texts(before, key), texts(after, key)];
  return is.filter((each) => !was.includes(each) && !(key === "ignore_changes" && was.includes("all")));
};

type Judge = (change: Change, what: { readonly of: string; readonly name: string }) => readonly Omit<Found, "place">[];

const ignored: Judge = (change, { name }) => {
  const paths = came(change, "ignore_changes").filter((path) => !SAYS_NOTHING.has(attributeOf(path)));
  if (paths.length === 0) return [];
  const what = paths.includes("all") ? "any of its settings" : ticked(paths);
  return [
    {
      words: `${name}: whoever changes ${what} behind Terraform's back is not found, and no apply sets it back: \`ignore_changes\``,
    },
  ];
};

const triggered: Judge = (change, { name, of }) => {
  const triggers = came(change, "replace_triggered_by");
  if (triggers.length === 0) return [];
  return [
    {
      severity: of in KEPT ? "high" : "medium",
      words: `${name}: is destroyed and made anew whenever ${ticked(triggers)} changes: \`replace_triggered_by\``,
    },
  ];
};

const reordered: Judge = ({ before, after }, { name }) =>
  before?.values["create_before_destroy"] === true && after?.values["create_before_destroy"] !== true
    ? [
        {
          severity: "medium",
          words: `${name}: where it is replaced it is destroyed first, and until the new one is there nothing holds: \`create_before_destroy\` is gone`,
        },
      ]
    : [];

/** Resources that a provider has: what a stack keeps for itself has a lifecycle of its own, judged with its conditions. */
function found(change: Change): readonly Found[] {
  const { after } = change;
  const of = String(after?.values["of"]);
  if (after === undefined || !of.startsWith("aws_")) return [];
  const name = `\`${nameOf(after)}\` (${of})`;
  return [ignored, triggered, reordered].flatMap((judge) =>
    judge(change, { of, name }).map((each) => ({ ...each, place: placeOf(after) })),
  );
}

export const resourceLifecycle: ReviewRule = {
  id: "resource-lifecycle",
  severity: "high",
  fires:
    "Terraform is told to ignore changes of a resource, to replace it with another, or to destroy it before the new one is there",
  matters: "what an attacker changes by hand stays changed, and drift says nothing; what is replaced holds nothing",
  find: ({ changes }) => changes.filter(({ type }) => type === GUARD).flatMap(found),
};
