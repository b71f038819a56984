import { coversPart, literal, type Run, type Step } from "../runs";

const ESCAPE = String.raw`\\(?:x[0-9A-Fa-f]{2}|[dDsSwW]|[:_#=@/;,\-^$?[\]{}|\\*+.])`;
const CLASS = String.raw`\[(?!\^\])\^?(?:${ESCAPE}|[A-Za-z0-9:_#=@/;,\-^$?{}|*+.])+\]`;
const REPEAT = String.raw`\{\d+(?:,\d*)?\}`;
const CHARACTER = String.raw`[A-Za-z0-9:_#=@/;,\-^$?|*+.]`;

/**
 * The next piece of a regular expression: letters, digits, the symbols `: _ # = @ / ; , -` and the operators
 * `^ $ ? [ ] { } | \ * + .`; no parentheses, no space. What passes means the same in JavaScript.
 * Source: CloudWatch Logs user guide, "Supported regular expressions (regex) syntax".
 */
export const REGEX_PIECE = new RegExp([ESCAPE, CLASS, REPEAT, CHARACTER].join("|"), "y");

/** Whether the pieces make a regular expression: `*a` does not. */
export const isRegex = (source: string): boolean => {
  try {
    return source !== "" && new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
};

/** A bar, an anchor, or what a character must be and how often. That a repetition is lazy changes no answer. */
const STEP = new RegExp(
  `(?<sign>[|^$])|(?<atom>${ESCAPE}|${CLASS}|.)(?:(?<often>[*+?])|(?<repeat>${REPEAT}))?\\??`,
  "g",
);

const OFTEN: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "*": [0, Infinity],
  "+": [1, Infinity],
  "?": [0, 1],
};

const times = (often: string | undefined, repeat: string | undefined): readonly [number, number] => {
  if (repeat === undefined) return OFTEN[often ?? ""] ?? [1, 1];
  const [least = "", most = least] = repeat.slice(1, -1).split(",");
  return [Number(least), most === "" ? Infinity : Number(most)];
};

/** What one character must be, as JavaScript reads it. */
const accepting = (atom: string): Run["accepts"] => {
  if (/^[A-Za-z0-9]$/.test(atom)) return literal(atom).accepts;
  const one = new RegExp(`^${atom}$`);
  return (char) => one.test(char);
};

/** The alternatives of a regular expression, each as the steps that it takes. */
const alternativesOf = (source: string): readonly (readonly Step[])[] => {
  const alternatives: Step[][] = [[]];
  for (const { groups = {} } of source.matchAll(STEP)) {
    const { sign, atom = "", often, repeat } = groups;
    const [least, most] = times(often, repeat);
    if (sign === "|") alternatives.push([]);
    else if (sign === undefined) alternatives.at(-1)?.push({ accepts: accepting(atom), least, most });
    else alternatives.at(-1)?.push(sign === "^" ? "start" : "end");
  }
  return alternatives;
};

const READ = new Map<string, readonly (readonly Step[])[]>();

/** Whether the regular expression matches some part of the text. Takes a source of which `isRegex` holds. */
export const matchesRegex = (source: string, text: string): boolean => {
  const alternatives = READ.get(source) ?? alternativesOf(source);
  READ.set(source, alternatives);
  const characters = text.split("");
  return alternatives.some((steps) => coversPart(steps, characters));
};
