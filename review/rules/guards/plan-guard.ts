import type { Condition } from "../../model/guards";
import { GUARD } from "../../model/guards";
import { canonical, type Change, type Thing } from "../../model/thing";
import { otherSources } from "./other-sources";
import type { Found, ReviewRule } from "../rule";
import { few, placeOf } from "../words";
import { demands, noneOf } from "./expression";
import { warnedOf } from "./warned";

const conditionsOf = (guard: Thing | undefined): readonly Condition[] =>
  (guard?.values["conditions"] as readonly Condition[] | undefined) ?? [];

/** What must hold, in the words of its message: without what was found, and what to do. */
const must = ({ message, condition }: Condition): string =>
  /^.*?(?=, got |: |$)/s.exec(message)?.[0].replaceAll(/\$\{.*?\}/gs, "…") || condition;

/** Names that the memory of a stack still speaks of: of those, it asks something else. */
function speaksOf(guard: Thing): (name: string) => boolean {
  const names = new Set(conditionsOf(guard).flatMap(({ condition }) => demands(condition).flatMap(namesIn)));
  const input = canonical(guard.values["input"]);
  return (name) => names.has(name) || input.includes(JSON.stringify(JSON.stringify(name)).slice(1, -1));
}

const namesIn = (demand: string): readonly string[] => noneOf(demand)?.names ?? [];

/** Whether the guard still demands it, of the same kind: word for word, or of other names that it has no need to ask of. */
function isDemanded(demand: string, kind: string, guard: Thing): boolean {
  const now = conditionsOf(guard)
    .filter((each) => each.kind === kind)
    .flatMap(({ condition }) => demands(condition));
  if (now.includes(demand)) return true;
  const old = noneOf(demand);
  const young = now.map(noneOf).find((each) => each !== undefined && each.rest === old?.rest);
  return young !== undefined && (old?.names ?? []).every((name) => young.names.includes(name) || speaksOf(guard)(name));
}

const isKept = ({ condition, kind }: Condition, guard: Thing): boolean =>
  demands(condition).every((demand) => isDemanded(demand, kind, guard));

function told(before: Thing, lost: readonly Condition[], after: Thing | undefined): Found {
  const fresh = conditionsOf(after).filter(
    (each) => !conditionsOf(before).some((was) => was.condition === each.condition),
  );
  const warns = lost.every(({ kind }) => kind === "assert");
  const what = warns ? "is no longer warned of, or of less" : "no longer ends in an error, or in fewer cases";
  return {
    ...(warns ? { severity: "medium" as const } : {}),
    place: placeOf(before),
    words: `the plan of \`${before.stack}\` ${what}, where this does not hold: ${few(lost.map(must), 2)}`,
    exactly: { lost, fresh },
    diff: [...lost.map(({ condition }) => `- ${condition}`), ...fresh.map(({ condition }) => `+ ${condition}`)],
  };
}

/** What decides whether a condition is asked: a block for which there is nothing asks nothing. */
function asked(before: Thing, after: Thing): readonly Found[] {
  const ignored = ({ values }: Thing) => (values["ignore_changes"] as readonly unknown[]).map(String);
  const moves = ignored(before).filter((each) => /^\w+$/.test(each) && !ignored(after).includes(each));
  const others = ["for_each", "count"].filter((key) => canonical(before.values[key]) !== canonical(after.values[key]));
  return [
    ...others.map((key) => `\`${key}\` is another: whether its conditions are asked as before could not be decided`),
    ...moves.map((key) => `\`${key}\` is no longer ignored: what it remembers of the first deployment moves along`),
  ].map((words) => ({
    place: placeOf(before),
    exactly: others.map((key) => ({ key, was: before.values[key], is: after.values[key] })),
    words: `\`${before.address}\`: ${words}`,
  }));
}

function found({ before, after }: Change): readonly Found[] {
  if (before === undefined || conditionsOf(before).length === 0) return [];
  const { of } = before.values;
  // A resource that goes takes along what was asked of it alone. What is only there to ask is missed.
  if (after === undefined && /^aws_/.test(String(of))) return [];
  const lost = conditionsOf(before).filter((each) => after === undefined || !isKept(each, after));
  return [
    ...(lost.length === 0 ? [] : [told(before, lost, after)]),
    ...(after === undefined ? [] : asked(before, after)),
  ];
}

export const planGuard: ReviewRule = {
  id: "plan-guard",
  severity: "high",
  fires:
    "a precondition, postcondition, check or validation is gone, is another and not shown to demand as much as before, or reads what is another; or a check does not hold in the plan",
  matters: "it refuses a plan in the wrong account, place or order: without it, such a plan is applied",
  find: ({ changes }) => {
    const guards = changes.filter(({ type }) => type === GUARD);
    return [
      ...guards.flatMap(found),
      ...warnedOf(changes),
      ...otherSources(guards, "asks of it", "whether the plan is refused in as many cases could not be decided"),
    ];
  },
};
