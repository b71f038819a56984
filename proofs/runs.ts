/**
 * How the pattern languages match text: step by step, with every place where the text may go on kept at once. It takes
 * at most steps × characters tests. A backtracking regular expression takes hours for `a*a*a*a*a*a*a*b`, which anyone
 * can write into a policy.
 */

/** So many characters in a row, each of which the test accepts: a letter is one, `*` any number of any. */
export interface Run {
  readonly accepts: (char: string) => boolean;
  readonly least: number;
  readonly most: number;
}

/** A run, or the demand that the text begins or ends here. */
export type Step = Run | "start" | "end";

/** A run of exactly this character. */
export const literal = (char: string): Run => ({ accepts: (other) => other === char, least: 1, most: 1 });

/** Where a run may end that begins at one of the places. Both lists ascend. */
function after(places: readonly number[], { accepts, least, most }: Run, text: readonly string[]): readonly number[] {
  const ends: number[] = [];
  let reached = 0;
  for (const from of places) {
    reached = Math.max(reached, from);
    for (let char = text[reached]; char !== undefined && reached - from < most && accepts(char); char = text[reached])
      reached += 1;
    for (let end = Math.max(from + least, (ends.at(-1) ?? -1) + 1); end <= reached; end += 1) ends.push(end);
  }
  return ends;
}

/** Where in the text the steps may end, if they may begin at one of the places. */
function placesAfter(steps: readonly Step[], text: readonly string[], from: readonly number[]): readonly number[] {
  let places = from;
  for (const step of steps) {
    if (places.length === 0) return places;
    if (step === "start") places = places.filter((place) => place === 0);
    else if (step === "end") places = places.filter((place) => place === text.length);
    else places = after(places, step, text);
  }
  return places;
}

/** Whether the steps cover the whole text, given as its characters. */
export const coversAll = (steps: readonly Step[], text: readonly string[]): boolean =>
  placesAfter(steps, text, [0]).at(-1) === text.length;

/** Whether the steps cover some part of the text, be it empty. */
export const coversPart = (steps: readonly Step[], text: readonly string[]): boolean =>
  placesAfter(steps, text, [...text.keys(), text.length]).length > 0;
