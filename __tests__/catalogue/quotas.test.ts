import * as quotas from "../../catalogue/quotas";
import * as ofEventPatterns from "../../proofs/event-pattern";
import * as ofFilterPatterns from "../../proofs/filter-pattern";

const { QUOTAS } = quotas;

/** Numbers, and lists of numbers, that a module exports, within its objects too. */
const limitsIn = (value: unknown): readonly unknown[] => {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.every((one) => typeof one === "number") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(limitsIn) : [];
};

const LIMITS = [quotas, ofEventPatterns, ofFilterPatterns].flatMap((module) =>
  Object.entries(module).flatMap(([name, value]) => limitsIn(value).map((limit) => [name, limit] as const)),
);

test("there are limits, so that the next test can fail", () => expect(LIMITS.length).toBeGreaterThan(20));

test.each(LIMITS)("%s stands in the register (%j)", (_name, limit) => {
  expect(QUOTAS.map(({ value }) => value)).toContainEqual(limit);
});

test("the register says of each quota what it counts, where that is written down, and when it was read", () => {
  for (const { name, source, read } of QUOTAS) {
    expect(name).toMatch(/^[a-zA-Z].{5,}/);
    expect(source).toMatch(/^(ours|[A-Z].{5,}|github\.com\/.+)/);
    expect(read).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
  }
  expect(new Set(QUOTAS.map(({ name }) => name)).size).toBe(QUOTAS.length);
});
