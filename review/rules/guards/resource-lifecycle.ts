import { GUARD } from "../../model/guards";
import { grouped } from "../../model/grouped";
import { canonical, withoutKey, type Change, type Thing, type Values } from "../../model/thing";
import { SAYS_NOTHING } from "../judged-attributes";
import { KEPT } from "../kept/kept";
import type { Found, ReviewRule } from "../rule";
import { few, nameOf, placeOf, ticked } from "../words";

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

const dependencies = (guard: Thing | undefined): readonly string[] => texts(guard, "depends_on");

/** What it waited for and waits for no longer. What is gone itself cannot be waited for. */
function unordered({ before, after }: Change, there: ReadonlySet<string>): readonly Omit<Found, "place">[] {
  if (after === undefined) return [];
  const name = `\`${nameOf(after)}\` (${String(after.values["of"])})`;
  const [was, is] = [dependencies(before), dependencies(after)];
  const lost = was.filter((each) => !is.includes(each) && there.has(each));
  const come = after.address.startsWith("data.") ? is.filter((each) => !was.includes(each)) : [];
  return [
    ...(lost.length === 0
      ? []
      : [
          {
            severity: "medium" as const,
            words: `${name}: no longer waits for ${few(
              lost.map((each) => `\`${each}\``),
              2,
            )}: \`depends_on\``,
            exactly: lost,
          },
        ]),
    // Terraform documentation, data sources: with pending changes of what it depends on, it is read during the apply.
    ...(come.length === 0
      ? []
      : [
          {
            severity: "medium" as const,
            words: `${name}: is read only once ${ticked(come)} is applied, and what asks of it does not end the plan: \`depends_on\``,
          },
        ]),
  ];
}

/** What no rule knows of a lifecycle. */
function strange({ before, after }: Change): readonly Omit<Found, "place">[] {
  const [was, is] = [before, after].map((side) => (side?.values["strange"] ?? {}) as Values);
  return Object.entries(is ?? {})
    .filter(([key, value]) => canonical(value) !== canonical(was?.[key]))
    .map(([key, value]) => ({
      words: `\`${nameOf(after as Thing)}\` (${String(after?.values["of"])}): no rule knows \`lifecycle.${key}\``,
      exactly: value,
    }));
}

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

const addressesIn = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(changes.flatMap(({ after }) => (after === undefined ? [] : [withoutKey(after.address)])));

export const resourceLifecycle: ReviewRule = {
  id: "resource-lifecycle",
  severity: "high",
  fires:
    "Terraform is told to ignore changes of a resource, to replace it with another, to destroy it before the new one is there, not to wait for what it waited for, or something that no rule knows",
  matters: "what an attacker changes by hand stays changed, and drift says nothing; what is replaced holds nothing",
  find: ({ changes }) => {
    const guards = changes.filter(({ type }) => type === GUARD);
    const all = new Map([...grouped(changes, ({ stack }) => stack)].map(([stack, each]) => [stack, addressesIn(each)]));
    return guards.flatMap((change) => [
      ...found(change),
      ...[...unordered(change, all.get(change.stack) ?? new Set()), ...strange(change)].map((each) => ({
        ...each,
        place: placeOf(change.after as Thing),
      })),
    ]);
  },
};
