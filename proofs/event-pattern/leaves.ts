import type { Scalar } from "./ast";

/** Which element of each enclosing array a value lies in, by the array's place in the event. */
export type Positions = ReadonlyMap<string, number>;

/** A scalar in an event. `path` leaves array positions out: `users[1].name` is at `users.name`. */
export interface Leaf {
  readonly path: string;
  readonly value: Scalar;
  readonly positions: Positions;
}

/** The way to a value: a name, or a position in an array, at the end of the way to what is around it. */
interface Way {
  readonly from?: Way;
  readonly step: string | number;
}

/** A place of its own for each name, also where names hold dots or nothing. Written out only where it is needed. */
const place = ({ from, step }: Way): string => {
  const before = from === undefined ? "" : place(from);
  if (typeof step === "number") return `${before}[${step}]`;
  if (!/^[\w-]+$/.test(step)) return `${before}[${JSON.stringify(step)}]`;
  return from === undefined ? step : `${before}.${step}`;
};

/** Half of a pair of UTF-16 units, alone, is no character: the matcher reads a question mark. */
const readable = (value: Scalar): Scalar =>
  typeof value !== "string" || value.isWellFormed() ? value : value.replace(/\p{Cs}/gu, "?");

type Leaves = Map<string, Leaf[]>;

const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** A value that a step of the way leads to. Most are scalars: for them the way is not made longer. */
function collect(
  into: Leaves,
  value: unknown,
  path: string,
  from: Way | undefined,
  step: string | number,
  positions: Positions,
): void {
  if (value === undefined) return;
  if (isScalar(value)) {
    const leaf = { path, value: readable(value), positions };
    const there = into.get(path);
    if (there) there.push(leaf);
    else into.set(path, [leaf]);
    return;
  }
  const way = from === undefined ? { step } : { from, step };
  if (typeof value !== "object") throw new TypeError(`${place(way)} must be a JSON value, got a ${typeof value}`);
  if (Array.isArray(value)) collectItems(into, value, path, way, positions);
  else
    for (const name of Object.keys(value))
      collect(into, (value as Record<string, unknown>)[name], `${path}.${name}`, way, name, positions);
}

function collectItems(into: Leaves, items: readonly unknown[], path: string, way: Way, positions: Positions): void {
  const array = place(way);
  items.forEach((item, index) => {
    const isNested = typeof item === "object" && item !== null;
    const inside = isNested ? new Map([...positions, [array, index]]) : positions;
    collect(into, item, path, way, index, inside);
  });
}

const NO_POSITIONS: Positions = new Map();

/** Of each event once: many patterns ask about the same. */
const known = new WeakMap<object, Leaves>();

/**
 * Every scalar of an event, by its path. Empty objects and arrays have none, so to EventBridge such a field does not
 * exist. An event is not changed once it was asked about.
 */
export function leavesOf(event: Readonly<Record<string, unknown>>): ReadonlyMap<string, readonly Leaf[]> {
  const found = known.get(event);
  if (found !== undefined) return found;
  const byPath: Leaves = new Map();
  for (const name of Object.keys(event)) collect(byPath, event[name], name, undefined, name, NO_POSITIONS);
  known.set(event, byPath);
  return byPath;
}
