import { publicText } from "./secrets";

/** Longest value of a report, in characters. Longer ones are cut. */
const LONGEST_VALUE = 160;

/** Control characters, line separators and characters that turn the direction of writing: a terminal acts on them. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A text that a terminal shows as it is, and does not act on. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A string in quotes, on one line. */
export const quoted = (text: string): string => printable(JSON.stringify(text));

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Whether an object is data: a list or a plain object, of this realm or another, and no instance of a class. */
export const isData = (value: object): boolean => Array.isArray(value) || isPlain(value);

/** What JSON has no word for. A symbol that describes itself stands for what `plainData` could not copy. */
function strange(value: unknown): string | undefined {
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "bigint":
      return `${value}n`;
    case "symbol":
      return value.description ?? "a symbol";
    case "function":
      return "a function";
    case "number":
      return Number.isFinite(value) ? undefined : String(value);
    case "object":
      return value === null || isData(value) ? undefined : `an instance of ${value.constructor.name}`;
    default:
      return undefined;
  }
}

const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "string" ? publicText(inner) : (strange(inner) ?? inner),
  );

/** A value as it stands in a report: on one line, cut where it is long, without what may be a secret. It must not contain itself. */
export function shown(value: unknown): string {
  const characters = Array.from(printable(strange(value) ?? asJson(value)));
  return characters.length <= LONGEST_VALUE ? characters.join("") : `${characters.slice(0, LONGEST_VALUE).join("")}…`;
}
