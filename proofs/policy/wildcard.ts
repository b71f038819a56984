/** One character of a pattern, or a wildcard. `within` keeps a wildcard inside its colon-delimited field. */
export type Glyph = { readonly char: string } | { readonly wild: "*" | "?"; readonly within?: boolean };

const quote = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");

const expression = (glyph: Glyph): string =>
  "char" in glyph ? quote(glyph.char) : (glyph.within ? "[^:]" : "[^]") + (glyph.wild === "*" ? "*" : "");

const compile = (pattern: readonly Glyph[], flags: string): RegExp =>
  new RegExp(`^${pattern.map(expression).join("")}$`, flags);

/** A pattern without variables is the same for every call: it is compiled once. */
const COMPILED = { u: new WeakMap<readonly Glyph[], RegExp>(), iu: new WeakMap<readonly Glyph[], RegExp>() };

/** Whether the pattern covers the whole text: `*` stands for any run of characters, also none, `?` for exactly one. */
export function matches(pattern: readonly Glyph[], text: string, ignoreCase = false): boolean {
  const flags = ignoreCase ? "iu" : "u";
  const compiled = COMPILED[flags].get(pattern) ?? compile(pattern, flags);
  COMPILED[flags].set(pattern, compiled);
  return compiled.test(text);
}

/** The pattern read as plain text: where an operator knows no wildcards, `*` and `?` are characters. */
export const plain = (pattern: readonly Glyph[]): string =>
  pattern.map((glyph) => ("char" in glyph ? glyph.char : glyph.wild)).join("");
