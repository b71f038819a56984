import { fieldPath, NO_SUCH_SETTING, type Problem } from "./report/problem";
import { isData, shown } from "./report/shown";

/** A configuration is some six levels deep. Beyond this something generates it without end. */
const DEEPEST = 30;

/** Far more than any list of a configuration holds; `new Array(4e9)` must not take the memory of the machine. */
const LONGEST_LIST = 10_000;

/** Stands for what is no data. No field accepts a symbol, so the schema reports it, and its description is what is shown. */
const stranger = (description: string): symbol => Symbol(description);

interface Place {
  readonly path: readonly PropertyKey[];
  /** The objects around it, to notice one that contains itself. */
  readonly within: readonly object[];
}

type Report = (problem: Problem) => void;

/** A key that the schema would pass over in silence. */
const PASSED_OVER = "__proto__";

function copyOf(value: unknown, { path, within }: Place, report: Report): unknown {
  if (typeof value === "function" || typeof value === "symbol") return stranger(`a ${typeof value}`);
  if (typeof value !== "object" || value === null) return value;
  if (within.includes(value)) return stranger("an object that contains itself");
  if (path.length > DEEPEST) return stranger(`an object more than ${DEEPEST} levels deep`);
  if (!isData(value)) return stranger(shown(value));
  const copyOfField = (key: PropertyKey, field: unknown) =>
    copyOf(field, { path: [...path, key], within: [...within, value] }, report);
  if (Array.isArray(value))
    return value.length > LONGEST_LIST
      ? stranger(`a list of ${value.length} entries`)
      : Array.from(value, (entry: unknown, index) => copyOfField(index, entry));
  const fields = Object.entries(value).map(([key, field]) => [key, copyOfField(key, field)] as const);
  for (const [key, got] of fields.filter(([name]) => name === PASSED_OVER))
    report({ where: fieldPath([...path, key]), rule: NO_SUCH_SETTING, got });
  return Object.fromEntries(fields.filter(([key]) => key !== PASSED_OVER));
}

/**
 * A copy of the input that holds nothing but data, so that everything after it may read without care: cycles are cut,
 * and what is no data became a symbol that no field accepts.
 */
export function plainData(input: unknown): { readonly data: unknown; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const data = copyOf(input, { path: [], within: [] }, (problem) => problems.push(problem));
  return { data, problems };
}
