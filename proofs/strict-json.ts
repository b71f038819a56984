import { createRequire } from "node:module";
import type jsonc from "jsonc-parser";
import { refuse, Refusal } from "./refuse";

/** Loaded with the first text, not with this file: most configurations hold none. */
const require = createRequire(__filename);
const library = (): typeof jsonc => require("jsonc-parser") as typeof jsonc;

/** Path of a place in a JSON text as a person writes it: `Statement[0].Condition`; the whole text where it is empty. */
const placeText = (path: readonly (string | number)[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? part : `${text}.${part}`;
  }, "");

const at = (where: string, path: readonly (string | number)[]): string =>
  path.length === 0 ? where : `${where}, ${placeText(path)}`;

/** A key that stands twice in one object, so that the text means two things. */
export class KeyTwice extends Refusal {
  constructor(where: string, line: number, key: string) {
    super(where, `hold each key once (again in line ${line})`, key);
  }
}

const BYTE_ORDER_MARK = /^\ufeff/;

/**
 * Reads a JSON text that can mean one thing only. A byte order mark, which editors on Windows write, is read past. A
 * key that stands twice in one object is refused, at any depth: readers differ in which of the two they keep.
 *
 * @param where what the text is, for the errors
 * @throws Refusal where the text is no JSON, a KeyTwice where a key stands twice
 */
export function strictJson(text: string, where: string): unknown {
  const json = text.replace(BYTE_ORDER_MARK, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    refuse(where, `be JSON (${error instanceof Error ? error.message : String(error)})`, json.slice(0, 40));
  }
  // Written as a program writes it, it holds each key once: one that was dropped would be missing here.
  if (JSON.stringify(value) === json) return value;
  const keys: Set<string>[] = [];
  library().visit(json, {
    onObjectBegin: () => {
      keys.push(new Set());
    },
    onObjectEnd: () => {
      keys.pop();
    },
    onObjectProperty: (key, _offset, _length, line, _character, pathOf) => {
      const seen = keys.at(-1);
      if (seen?.has(key) === true) throw new KeyTwice(at(where, pathOf()), line + 1, key);
      seen?.add(key);
    },
  });
  return value;
}
