/**
 * Letters in any case, as EventBridge's matcher knows them: unit by unit of UTF-16, each in its lower and its upper form.
 * Source: github.com/aws/event-ruler 2.1.0, EqualsIgnoreCaseParser.java; read 2026-11-25.
 */

/** Latin, Greek, Cyrillic and Armenian: beyond them a letter's case depends on the version of Unicode that a Java knows. */
const KNOWN = /^[\0-\u058f\u1e00-\u1eff]$/;

/**
 * Whether the unit has no case, or one lower and one upper form, which lead to one another. The others mean something else to the
 * matcher than to a reader: `ß` matches `SS` and not `ss`, `ı` matches `I` and not `i`, and a character that takes two
 * units (`😀`) matches two question marks and not itself.
 */
const hasTwoForms = (unit: string): boolean => {
  const [lower, upper] = [unit.toLowerCase(), unit.toUpperCase()];
  if (lower === upper) return true;
  if (!KNOWN.test(lower) || !KNOWN.test(upper) || (unit !== lower && unit !== upper)) return false;
  return lower.toUpperCase() === upper && upper.toLowerCase() === lower;
};

/** The first character of a text whose case the matcher does not ignore as a reader would, or undefined. */
export const withoutTwoForms = (text: string): string | undefined =>
  Array.from(text).find((character) => character.length > 1 || !hasTwoForms(character));

/** Whether the value is the text in any case. The text has passed `withoutTwoForms`. */
export const equalsIgnoringCase = (text: string, value: string): boolean =>
  text.length === value.length &&
  text.split("").every((unit, index) => [unit.toLowerCase(), unit.toUpperCase()].includes(value.charAt(index)));
