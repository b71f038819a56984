import { runInNewContext } from "node:vm";

/** What expressions can name: `github`, `vars`, `needs`, … and functions. */
export type Context = Readonly<Record<string, unknown>>;

const EXPRESSION = /\$\{\{\s*([^]*?)\s*\}\}/g;

/** Enough of GitHub's language for our own files: names, texts, ==, !=, &&, ||, !, and calls. */
function evaluate(expression: string, context: Context): unknown {
  return runInNewContext(expression, { ...context }) as unknown;
}

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";

/** A text with its expressions worked out. */
export const filledIn = (text: string, context: Context): string =>
  text.replaceAll(EXPRESSION, (_all, expression: string) => textOf(evaluate(expression, context)));

/** Whether a condition holds. Without a call of `cancelled()` it needs that nothing failed before. */
export function holds(condition: string | undefined, context: Context, hasFailed: boolean): boolean {
  const [, whole] = /^\$\{\{([^]*)\}\}$/.exec(condition?.trim() ?? "") ?? [];
  const expression = whole ?? condition ?? "true";
  if (hasFailed && !expression.includes("cancelled()")) return false;
  return Boolean(evaluate(expression, context));
}
