/**
 * How complex EventBridge finds the wildcards of one field: how many beginnings of them some value can fit at once. It
 * walks the values, byte by byte, and keeps the places in all wildcards at which a value may stand.
 * Source: github.com/aws/event-ruler 2.1.0, MachineComplexityEvaluator.java; read 2026-11-25.
 */

const ANY = "any";
type Token = number | typeof ANY;

/** A place in a wildcard, after the token at `index`. */
interface Place {
  readonly tokens: readonly Token[];
  readonly index: number;
  readonly id: string;
  /** What the matcher counts: up to its first asterisk a wildcard shares its places with those of its entry. */
  readonly counted: string;
}

const QUOTE = '"';

const bytes = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

/** The matcher keeps a text in its quotation marks. */
const tokensOf = (pieces: readonly string[]): readonly Token[] => [
  ...bytes(QUOTE),
  ...pieces.flatMap((piece, index): readonly Token[] => (index === 0 ? bytes(piece) : [ANY, ...bytes(piece)])),
  ...bytes(QUOTE),
];

/** All places of a wildcard, in order. The first is before any token. */
function placesOf(tokens: readonly Token[], entry: number): readonly Place[] {
  const whole = `${entry} ${tokens.join()}`;
  const asterisk = tokens.indexOf(ANY);
  let read = `${entry}`;
  return [undefined, ...tokens].map((token, count) => {
    if (token !== undefined) read += `,${token}`;
    const isFixed = asterisk < 0 || count <= asterisk + 1;
    return { tokens, index: count - 1, id: `${whole} ${count}`, counted: isFixed ? read : `${whole} ${count}` };
  });
}

type Route = readonly Place[];
/** The places at which a value stands, each with the way through its wildcard. */
type Standing = ReadonlyMap<Place, Route>;

/** Where a value may stand after this byte; `undefined` is a byte that no wildcard names. */
const after = (standing: Standing, byte: number | undefined): Standing => {
  const next = new Map<Place, Route>();
  for (const [{ tokens, index }, route] of standing) {
    const step = (by: number): void => {
      const place = route[index + 1 + by];
      if (place) next.set(place, route);
    };
    const [first, second] = [tokens[index + 1], tokens[index + 2]];
    if (tokens[index] === ANY) step(0);
    if (first === ANY || (first !== undefined && first === byte)) step(1);
    if (first === ANY && second !== undefined && second === byte) step(2);
  }
  return next;
};

/** A place before an asterisk counts for the one behind it, too: an asterisk may stand for nothing. */
const sizeOf = (standing: Standing): number => {
  const counted = new Set([...standing.keys()].map((place) => place.counted));
  const following = [...standing].filter(([{ tokens, index }, route]) => {
    const behind = route[index + 2];
    return tokens[index + 1] === ANY && behind !== undefined && !counted.has(behind.counted);
  });
  return counted.size + new Set(following.map(([place]) => place.counted)).size;
};

/** Sets of places after which the search gives up: then the wildcards count as too complex. */
const PATIENCE = 5000;

/** Each text of an entry once, and each entry once, whatever its order. */
const distinct = (
  entries: readonly (readonly (readonly string[])[])[],
): readonly (readonly (readonly string[])[])[] => {
  const unique = <T>(list: readonly T[]): readonly T[] =>
    [...new Map(list.map((each) => [JSON.stringify(each), each]))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, each]) => each);
  return unique(entries.map(unique));
};

/** Whether no value fits more beginnings than the limit. Each entry of the field is one wildcard, or several to exclude. */
export function isSimplerThan(limit: number, entries: readonly (readonly (readonly string[])[])[]): boolean {
  const routes = distinct(entries).flatMap((entry, index) => entry.map((pieces) => placesOf(tokensOf(pieces), index)));
  const tokens = routes.flatMap((route) => route[0]?.tokens ?? []);
  const alphabet = [undefined, ...new Set(tokens.filter((token) => token !== ANY))];
  const start = new Map(routes.flatMap((route) => (route[0] ? [[route[0], route] as const] : [])));
  const seen = new Set<string>();
  for (const waiting: Standing[] = [start]; waiting.length > 0;) {
    const standing = waiting.pop() ?? start;
    for (const byte of alphabet) {
      const next = after(standing, byte);
      if (sizeOf(next) > limit || seen.size > PATIENCE) return false;
      const key = [...next.keys()]
        .map(({ id }) => id)
        .sort()
        .join();
      if (next.size > 0 && !seen.has(key)) waiting.push(next);
      seen.add(key);
    }
  }
  return true;
}
