import { coversAll, literal, type Run } from "../runs";
import { conditionKey, type Context } from "./condition-keys";

/** One character of a pattern, or a wildcard. `within` keeps a wildcard inside its colon-delimited field. */
export type Glyph = { readonly char: string } | { readonly wild: "*" | "?"; readonly within?: boolean };

/** A `${key}` in a policy value, with the text that stands in where the request has no such key. */
interface Variable {
  readonly variable: string;
  readonly fallback: string | undefined;
}

/** A policy value read into characters, wildcards and policy variables. */
export type Template = readonly (Glyph | Variable)[];

const ESCAPE = /^\$\{([*?$])\}/;
const VARIABLE = /^\$\{\s*([^{},']+?)\s*(?:,\s*'([^']*)'\s*)?\}/;

/**
 * Reads a policy value, or answers undefined where a `${` is no escape (`${*}`, `${?}`, `${$}`) and no variable over a
 * known single-valued condition key. Source: IAM User Guide, Policy variables and tags; default values included.
 */
export function parseTemplate(text: string): Template | undefined {
  const template: (Glyph | Variable)[] = [];
  for (let rest = text; rest !== "";) {
    const escape = ESCAPE.exec(rest);
    const variable = VARIABLE.exec(rest);
    if (escape) {
      template.push({ char: escape[1] ?? "" });
      rest = rest.slice(escape[0].length);
    } else if (variable) {
      const key = conditionKey(variable[1] ?? "");
      if (key === undefined || key.multivalued) return undefined;
      template.push({ variable: key.name, fallback: variable[2] });
      rest = rest.slice(variable[0].length);
    } else if (rest.startsWith("${")) {
      return undefined;
    } else {
      const char = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      template.push(char === "*" || char === "?" ? { wild: char } : { char });
      rest = rest.slice(char.length);
    }
  }
  return template;
}

/** Whether the value names a policy variable: then it has no value until a request gives it one. */
export const hasVariable = (template: Template): boolean => template.some((token) => "variable" in token);

const isWithoutVariable = (template: Template): template is readonly Glyph[] => !hasVariable(template);

/**
 * Puts the request's values in place of the variables; a wildcard inside such a value is plain text. Undefined where a
 * variable has neither value nor default: it is null, and nothing equals or is like null (IAM User Guide, Policy
 * variables with no value).
 */
export function resolve(template: Template, context: Context): readonly Glyph[] | undefined {
  if (isWithoutVariable(template)) return template;
  const glyphs: Glyph[] = [];
  for (const token of template) {
    if (!("variable" in token)) {
      glyphs.push(token);
      continue;
    }
    const value = context.get(token.variable)?.[0] ?? token.fallback;
    if (value === undefined) return undefined;
    glyphs.push(...Array.from(value, (char) => ({ char })));
  }
  return glyphs;
}

const inField = (char: string): boolean => char !== ":";
const anything = (): boolean => true;

const run = (glyph: Glyph): Run => {
  if ("char" in glyph) return literal(glyph.char);
  const accepts = glyph.within ? inField : anything;
  return glyph.wild === "*" ? { accepts, least: 0, most: Infinity } : { accepts, least: 1, most: 1 };
};

/** A pattern made ready: the characters that every text must begin with, and the runs from the first wildcard on. */
interface Ready {
  readonly start: string;
  readonly rest: readonly Run[];
}

function ready(pattern: readonly Glyph[]): Ready {
  const wildcard = pattern.findIndex((glyph) => "wild" in glyph);
  const end = wildcard < 0 ? pattern.length : wildcard;
  return { start: plain(pattern.slice(0, end)), rest: pattern.slice(end).map(run) };
}

/** A pattern without variables is the same for every call: it is made ready once. */
const READY = new WeakMap<readonly Glyph[], Ready>();

/**
 * Whether the pattern covers the whole text: `*` stands for any run of characters, also none, `?` for exactly one. Most
 * texts differ from most patterns before the first wildcard, where comparing takes no time.
 */
export function matches(pattern: readonly Glyph[], text: string): boolean {
  const known = READY.get(pattern) ?? ready(pattern);
  READY.set(pattern, known);
  const { start, rest } = known;
  if (rest.length === 0) return text === start;
  return text.startsWith(start) && coversAll(rest, Array.from(text.slice(start.length)));
}

/** The pattern read as plain text: where an operator knows no wildcards, `*` and `?` are characters. */
export const plain = (pattern: readonly Glyph[]): string =>
  pattern.map((glyph) => ("char" in glyph ? glyph.char : glyph.wild)).join("");
