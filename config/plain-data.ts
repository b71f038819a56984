import { fieldPath, NO_SUCH_SETTING, type Problem } from "./problem";
import { isData, shown } from "./shown";

/** A configuration is some six levels deep. Beyond this something generates it without end. */
const DEEPEST = 30;

/** Far more than any list of a configuration holds; `new Array(4e9)` must not take the memory of the machine. */
const LONGEST_LIST = 10_000;

/** Stands for what is no data. No field accepts a symbol, so the schema reports it, and its description is what is shown. */
const stranger = (description: string): symbol => Symbol(description);

/** Stands for what a getter would not give. */
const UNREADABLE = stranger("a value that cannot be read");

interface Place {
  readonly path: readonly PropertyKey[];
  /** The objects around it, to notice one that contains itself. */
  readonly within: readonly object[];
}

type Report = (problem: Problem) => void;

/** Keys that the schema would pass over in silence: symbols, and `__proto__` as a key of its own. */
const isPassedOver = (key: PropertyKey): boolean => typeof key === "symbol" || key === "__proto__";

const deeper = (place: Place, key: PropertyKey, around: object): Place => ({
  path: [...place.path, key],
  within: [...place.within, around],
});

function read(value: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(value, key);
  } catch {
    return UNREADABLE;
  }
}

function copyOf(value: unknown, place: Place, report: Report): unknown {
  if (value === UNREADABLE) return value;
  if (typeof value === "function" || typeof value === "symbol") return stranger(`a ${typeof value}`);
  if (typeof value !== "object" || value === null) return value;
  if (place.within.includes(value)) return stranger("an object that contains itself");
  if (place.path.length > DEEPEST) return stranger(`an object more than ${DEEPEST} levels deep`);
  try {
    return copyOfObject(value, place, report);
  } catch {
    return stranger("an object that cannot be read");
  }
}

function copyOfObject(value: object, place: Place, report: Report): unknown {
  if (!isData(value)) return stranger(shown(value));
  const field = (key: PropertyKey) => copyOf(read(value, key), deeper(place, key, value), report);
  if (Array.isArray(value))
    return value.length > LONGEST_LIST
      ? stranger(`a list of ${value.length} entries`)
      : Array.from(value, (_entry, index) => field(index));
  const keys = Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
  for (const key of keys.filter(isPassedOver))
    report({ where: fieldPath([...place.path, key]), rule: NO_SUCH_SETTING, got: read(value, key) });
  return Object.fromEntries(keys.filter((key) => !isPassedOver(key)).map((key) => [key, field(key)]));
}

/**
 * A copy of the input that holds nothing but data, so that everything after it may read without care: getters have
 * run, cycles are cut, and what is no data became a symbol that no field accepts.
 */
export function plainData(input: unknown): { readonly data: unknown; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const data = copyOf(input, { path: [], within: [] }, (problem) => problems.push(problem));
  return { data, problems };
}
