/**
 * The document with the text between two comments replaced, wherever they stand. Throws where they do not.
 */
export function withMarked(
  document: string,
  { where, opening, closing }: { readonly where: string; readonly opening: string; readonly closing: string },
  content: string,
): string {
  const [before = "", ...parts] = document.split(opening);
  if (parts.length === 0 || parts.some((part) => !part.includes(closing)))
    throw new Error(`${where} must have a section between ${opening} and ${closing}, got none`);
  return [before, ...parts.map((part) => content + part.slice(part.indexOf(closing)))].join(opening);
}
