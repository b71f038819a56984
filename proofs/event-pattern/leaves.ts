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
  readonly path: string;
  readonly where: string;
  readonly positions: Positions;
}

const collect = (value: unknown, place: Place): Leaf[] => {
  if (value === undefined) return [];
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return [{ path: place.path, value, positions: place.positions }];
  if (typeof value !== "object") throw new TypeError(`${place.where} must be a JSON value, got a ${typeof value}`);
  if (!Array.isArray(value)) return collectEntries(value, place);
  return value.flatMap((item: unknown, index) => {
    const where = `${place.where}[${index}]`;
    const isNested = typeof item === "object" && item !== null;
    const positions = isNested ? new Map([...place.positions, [place.where, index]]) : place.positions;
    return collect(item, { path: place.path, where, positions });
  });
};

const collectEntries = (value: object, { path, where, positions }: Place): Leaf[] =>
  Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    collect(each, {
      path: path === "" ? name : `${path}.${name}`,
      where: where === "" ? name : `${where}.${name}`,
      positions,
    }),
  );

/** Every scalar of an event. Empty objects and arrays have none, so to EventBridge such a field does not exist. */
export const leavesOf = (event: Readonly<Record<string, unknown>>): readonly Leaf[] =>
  collectEntries(event, { path: "", where: "", positions: new Map() });
