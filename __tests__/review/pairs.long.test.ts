import { REVIEW_RULES, reviewed } from "../../review";
import { Draft, plansFrom } from "./draft";
import { PAIRS } from "./pairs";
import type { Pair } from "./pairs/pair";

const EXAMPLE = new Draft();

interface Answer {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly words: string;
    readonly details?: readonly string[];
  }[];
}

function findingsOf({ given = () => undefined, change, replaced, forgotten }: Pair): Answer["findings"] {
  const before = EXAMPLE.copy();
  given(before);
  const after = before.copy();
  change(after);
  const { json } = reviewed(plansFrom(before, after, { replaced, forgotten }), {
    title: "pair",
    risks: [],
    today: new Date(),
  });
  return (json as Answer).findings;
}

describe.each(PAIRS)("$name", (pair) => {
  test(pair.finds.length === 0 ? "is harmless" : `is a finding of ${pair.finds.join(" and ")}`, () => {
    const findings = findingsOf(pair);
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([...pair.finds].sort());
    const said = findings.flatMap(({ words, details = [] }) => [words, ...details]).join("\n");
    if (pair.says !== undefined) expect(said).toMatch(pair.says);
    if (pair.severity !== undefined)
      expect([...new Set(findings.map(({ severity }) => severity))]).toEqual([pair.severity]);
  });
});

test("the example as it is changes nothing", () => {
  expect(findingsOf({ name: "", change: () => undefined, finds: [] })).toEqual([]);
});

test("every rule has a pair that must alarm, and there are at least 80 pairs, a third of them harmless", () => {
  // No plan holds them: see the tests of what is synthesized, of providers, guards and lifecycles.
  const frame = ["provider-pin", "stack-frame", "pipeline-code"];
  const unplanned = [...frame, "plan-guard", "destroy-guard", "resource-lifecycle"];
  const found = new Set([...PAIRS.flatMap(({ finds }) => finds), ...unplanned]);
  expect(REVIEW_RULES.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  expect(PAIRS.length).toBeGreaterThanOrEqual(80);
  expect(PAIRS.filter(({ finds }) => finds.length === 0).length).toBeGreaterThanOrEqual(PAIRS.length / 3);
});
