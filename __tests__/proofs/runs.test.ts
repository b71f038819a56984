import fc from "fast-check";
import { coversAll, coversPart, literal, type Run, type Step } from "../../proofs/runs";

const ANYTHING: Run = { accepts: () => true, least: 0, most: Infinity };

/** The steps as JavaScript's own regular expression, which is right and may be slow. */
const SOURCES = new Map<Step, string>([
  [literal("a"), "a"],
  [literal("b"), "b"],
  [ANYTHING, "[^]*"],
  [{ ...literal("a"), least: 0, most: Infinity }, "a*"],
  [{ ...literal("a"), least: 2, most: 3 }, "a{2,3}"],
  [{ accepts: (char) => char !== "b", least: 1, most: Infinity }, "[^b]+"],
  [{ accepts: () => true, least: 0, most: 1 }, "[^]?"],
  ["start", "^"],
  ["end", "$"],
]);
const steps = fc.array(fc.constantFrom(...SOURCES.keys()), { maxLength: 8 });
const characters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 10 });
const expression = (path: readonly Step[]): string => path.map((step) => SOURCES.get(step) ?? "").join("");

test("covers what the same regular expression matches", () =>
  fc.assert(
    fc.property(steps, characters, (path, text) => {
      expect(coversAll(path, text)).toBe(new RegExp(`^${expression(path)}$`).test(text.join("")));
      expect(coversPart(path, text)).toBe(new RegExp(expression(path)).test(text.join("")));
    }),
    { numRuns: 500 },
  ));

test("asks about each character at most twice for each step, however the steps could share the text", () => {
  let asked = 0;
  const counted: Run = {
    accepts: (char) => {
      asked += 1;
      return char === "a";
    },
    least: 0,
    most: Infinity,
  };
  const path = [...Array<Run>(50).fill(counted), literal("b")];
  const text = Array<string>(200).fill("a");
  expect([coversAll(path, text), coversPart(path, text)]).toEqual([false, false]);
  expect(asked).toBeLessThanOrEqual(2 * 2 * path.length * text.length);
});
