import { canonical, isNothing, Unknown } from "../../model/thing";

/** Whether the second value is weaker than the first. Undefined where nobody can say. */
export type Weaker = (before: unknown, after: unknown) => boolean | undefined;

const known =
  (judge: Weaker): Weaker =>
  (before, after) =>
    before instanceof Unknown || after instanceof Unknown ? undefined : judge(before, after);

const isTrue = (value: unknown): boolean => value === true || value === "true";

/** A protection that is on. */
export const mustStayOn: Weaker = known((before, after) => isTrue(before) && !isTrue(after));

/** A danger that is off. */
export const mustStayOff: Weaker = known((before, after) => !isTrue(before) && isTrue(after));

/** Days, where `forever` is as good as any number: nothing expires. */
const number = (value: unknown, forever: readonly unknown[]): number =>
  forever.includes(value) || (forever.includes(undefined) && isNothing(value)) ? Infinity : Number(value ?? 0);

/** Whether one number is less than the other. What is no number, such as one that is worked out of an unknown one, is not. */
const isLess = (one: number, other: number): boolean | undefined =>
  Number.isNaN(one) || Number.isNaN(other) ? undefined : one < other;

/** Less is weaker. `forever`: values that mean no end. */
export const mustNotShrink = (...forever: readonly unknown[]): Weaker =>
  known((before, after) => isLess(number(after, forever), number(before, forever)));

/** More is weaker. */
export const mustNotGrow: Weaker = known((before, after) =>
  isNothing(before) ? false : isLess(Number(before), Number(after ?? 0)),
);

/** Words in their order, the weakest first. A word that is none of them cannot be judged. */
export const ranked = (...ranks: readonly (string | null)[]): Weaker =>
  known((before, after) => {
    const place = (value: unknown) => ranks.indexOf(isNothing(value) ? null : (value as string));
    const [was, is] = [place(before), place(after)];
    return was === -1 || is === -1 ? (before === after ? false : undefined) : is < was;
  });

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** A list that may grow. */
export const mustKeepAll: Weaker = known(
  (before, after) => !texts(before).every((each) => texts(after).includes(each)),
);

/** Something that is there must not go. That it becomes another is for the other side of the path to say. */
export const mustStayThere: Weaker = (before, after) => !isNothing(before) && isNothing(after);

/** Something that must stay what it is, where it was anything: any other value is a finding. */
export const mustStay: Weaker = known((before, after) => !isNothing(before) && canonical(before) !== canonical(after));

/** The same for what says something where it says nothing, too: it must not come either. */
export const mustBeSame: Weaker = known((before, after) => canonical(before) !== canonical(after));
