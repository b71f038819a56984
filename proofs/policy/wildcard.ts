/** One character of a pattern, or a wildcard. `within` keeps a wildcard inside its colon-delimited field. */
export type Glyph = { readonly char: string } | { readonly wild: "*" | "?"; readonly within?: boolean };

const quote = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");

const expression = (glyph: Glyph): string =>
  "char" in glyph ? quote(glyph.char) : (glyph.within ? "[^:]" : "[^]") + (glyph.wild === "*" ? "*" : "");

/** Whether the pattern covers the whole text: `*` stands for any run of characters, also none, `?` for exactly one. */
export const matches = (pattern: readonly Glyph[], text: string, ignoreCase = false): boolean =>
  new RegExp(`^${pattern.map(expression).join("")}$`, ignoreCase ? "iu" : "u").test(text);

/** The pattern read as plain text: where an operator knows no wildcards, `*` and `?` are characters. */
export const plain = (pattern: readonly Glyph[]): string =>
  pattern.map((glyph) => ("char" in glyph ? glyph.char : glyph.wild)).join("");
