import type { Call } from "./call";
import { holds } from "./condition";
import { conditionKey, type Context } from "./condition-keys";
import { NO_RESOURCE } from "./arn";
import { parseTemplate } from "./pattern";
import type { Condition, Selection, Statement } from "./policy-document";

/** Whether a key is known not to be in the request, by its name in lower case. */
export type IsAbsent = (key: string) => boolean;

/**
 * Whether a statement speaks of a call, as far as the call is known: it does, it does not, or values that nobody gave
 * decide, and these are their keys.
 */
export type Bearing = "yes" | "no" | readonly string[];

const VARIABLE = /\$\{\s*([^{},'*?$]+?)\s*(?:,[^}]*)?\}/g;

/** The texts of a policy do not change: what was found in them once is kept. */
const VARIABLES = new WeakMap<readonly string[], readonly string[]>();

/** The condition keys that stand as policy variables in the texts. */
function variablesOf(texts: readonly string[]): readonly string[] {
  const known = VARIABLES.get(texts);
  if (known !== undefined) return known;
  const found = texts
    .filter((text) => text.includes("${") && parseTemplate(text) !== undefined)
    .flatMap((text) => [...text.matchAll(VARIABLE)].map(([, name = ""]) => conditionKey(name)?.name ?? name));
  VARIABLES.set(texts, found);
  return found;
}

/** Whether an action or a resource is one of those selected. */
export const selects = (selection: Selection, value: string, context: Context): boolean =>
  selection.matchers.some((matches) => matches(value, context)) !== selection.negated;

/** Actions know no variables: whether a statement is about one is the same in every call. */
const ABOUT = new WeakMap<Selection, Map<string, boolean>>();

/** Whether the statement is about the action, whatever it is called on and in which context. */
export function isAbout({ actions }: Statement, action: string): boolean {
  const answers = ABOUT.get(actions) ?? new Map<string, boolean>();
  ABOUT.set(actions, answers);
  const known = answers.get(action);
  if (known !== undefined) return known;
  const answer = selects(actions, action, new Map());
  answers.set(action, answer);
  return answer;
}

/** All of the parts must be yes. One no decides, whatever the others would be. */
function all(parts: readonly Bearing[]): Bearing {
  if (parts.includes("no")) return "no";
  const open = parts.flatMap((part) => (typeof part === "string" ? [] : part));
  return open.length === 0 ? "yes" : [...new Set(open)];
}

/** What the statement is to the call. A key that is neither in the context nor known to be absent is unknown. */
export function bearingOf(statement: Statement, call: Call, context: Context, isAbsent: IsAbsent): Bearing {
  if (!isAbout(statement, call.action)) return "no";
  const unknown = (keys: readonly string[]) => keys.filter((key) => !context.has(key) && !isAbsent(key));
  const resource = call.resource ?? NO_RESOURCE;
  const decided = (keys: readonly string[], answer: () => boolean): Bearing => {
    const open = unknown(keys);
    if (open.length > 0) return open;
    return answer() ? "yes" : "no";
  };
  const ofCondition = (condition: Condition): Bearing =>
    decided([condition.key, ...variablesOf(condition.values)], () => holds(condition, context));
  return all([
    decided(variablesOf(statement.resources.patterns), () => selects(statement.resources, resource, context)),
    ...statement.conditions.map(ofCondition),
  ]);
}
