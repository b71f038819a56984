import { refuse } from "./error";

const PIECE = /\\[\\*]|[^\\*]/y;

const unescape = (piece: string): string => piece.replace(/\\([\\*])/g, "$1");

/**
 * Splits `dir/*.png` at its asterisks. `\*` and `\\` are plain characters; two asterisks in a row and any other escape
 * are refused. Source: EventBridge user guide, "Matching using wildcards".
 */
export const parseWildcard = (value: unknown, where: string): readonly string[] => {
  if (typeof value !== "string") return refuse(where, "be text", value);
  const pieces = [""];
  for (let at = 0; at < value.length;) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(value)?.[0];
    if (found !== undefined) pieces.push(`${pieces.pop() ?? ""}${unescape(found)}`);
    else if (value[at] === "\\") refuse(where, String.raw`use a backslash only as \* or \\`, value);
    else if (value[at + 1] === "*") refuse(where, "have no two asterisks in a row", value);
    else pieces.push("");
    at += found?.length ?? 1;
  }
  return pieces;
};
