/** What makes a text more than operands of `&&`: joined otherwise, or words that Terraform does not read. */
const NOT_PLAIN = ["/*", "//", "#", "<<"];

/** The text of a condition: what stands between the signs of its one template. */
const inner = (condition: string): string =>
  (/^\$\{([^]*)\}$/.exec(condition)?.[1] ?? condition).replace(/\s+/g, " ").trim();

/** Places of the text that are in no bracket and no quotes; undefined where they do not close. */
function topLevel(text: string): readonly number[] | undefined {
  const places: number[] = [];
  let [depth, isQuoted] = [0, false];
  for (let place = 0; place < text.length; place++) {
    const sign = text[place] ?? "";
    if (isQuoted && sign === "\\") place++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && "([{".includes(sign)) depth++;
    else if (!isQuoted && ")]}".includes(sign)) depth--;
    else if (!isQuoted && depth === 0) places.push(place);
    if (depth < 0) return undefined;
  }
  return depth === 0 && !isQuoted ? places : undefined;
}

/**
 * What a condition demands all of: the operands of its outermost `&&`. The whole text where it is joined in another way,
 * too, or holds what only looks like an expression.
 */
export function demands(condition: string): readonly string[] {
  const text = inner(condition);
  const places = topLevel(text);
  if (places === undefined || NOT_PLAIN.some((sign) => text.includes(sign))) return [text];
  const isAt = (sign: string) => places.some((place) => text.startsWith(sign, place));
  if (isAt("||") || isAt("?")) return [text];
  const cuts = places.filter((place) => text.startsWith("&&", place));
  const ends = [...cuts, text.length];
  return ends.map((end, index) => text.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 2, end).trim());
}

const NONE_OF = /^length\(\[for (\w+) in (\[(?:"[\w-]+"(?:, ?"[\w-]+")*)?\]) : ([^]*)\]\) == 0$/;

/** A demand that none of the names in a list does something: the names, and the demand without them. */
export function noneOf(demand: string): { readonly names: readonly string[]; readonly rest: string } | undefined {
  const [, each, names, rest] = NONE_OF.exec(demand) ?? [];
  return names === undefined ? undefined : { names: JSON.parse(names) as string[], rest: `${each}: ${rest}` };
}
