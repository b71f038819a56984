import type { Scalar } from "./ast";

/** Which element of each enclosing array a value lies in, by the array's place in the event. */
export type Positions = ReadonlyMap<string, number>;

/** A scalar in an event. `path` leaves array positions out: `users[1].name` is at `users.name`. */
export interface Leaf {
  readonly path: string;
  readonly value: Scalar;
  readonly positions: Positions;
}

interface Place {
  /** The names so far, or undefined at the top: a name may be empty, too. */
  readonly path: string | undefined;
  readonly where: string;
  readonly positions: Positions;
}

/** Half of a pair of UTF-16 units, alone, is no character: the matcher reads a question mark. */
const readable = (value: Scalar): Scalar => (typeof value === "string" ? value.replace(/\p{Cs}/gu, "?") : value);

const collect = (value: unknown, place: Place): Leaf[] => {
  if (value === undefined) return [];
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return [{ path: place.path ?? "", value: readable(value), positions: place.positions }];
  if (typeof value !== "object") throw new TypeError(`${place.where} must be a JSON value, got a ${typeof value}`);
  if (!Array.isArray(value)) return collectEntries(value, place);
  return value.flatMap((item: unknown, index) => {
    const where = `${place.where}[${index}]`;
    const isNested = typeof item === "object" && item !== null;
    const positions = isNested ? new Map([...place.positions, [place.where, index]]) : place.positions;
    return collect(item, { path: place.path, where, positions });
  });
};

/** A place of its own for each name, also where names hold dots or nothing. */
const stepInto = (where: string, name: string): string => {
  if (!/^[\w-]+$/.test(name)) return `${where}[${JSON.stringify(name)}]`;
  return where === "" ? name : `${where}.${name}`;
};

const collectEntries = (value: object, { path, where, positions }: Place): Leaf[] =>
  Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    collect(each, {
      path: path === undefined ? name : `${path}.${name}`,
      where: stepInto(where, name),
      positions,
    }),
  );

/**
 * Every scalar of an event, by its path. Empty objects and arrays have none, so to EventBridge such a field does not
 * exist.
 */
export function leavesOf(event: Readonly<Record<string, unknown>>): ReadonlyMap<string, readonly Leaf[]> {
  const byPath = new Map<string, Leaf[]>();
  for (const leaf of collectEntries(event, { path: undefined, where: "", positions: new Map() })) {
    const there = byPath.get(leaf.path);
    if (there) there.push(leaf);
    else byPath.set(leaf.path, [leaf]);
  }
  return byPath;
}
