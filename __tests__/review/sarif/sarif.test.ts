import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { REVIEW_RULES, reviewed, sarifOf, type AcceptedRisk, type ReviewInput } from "../../../review";
import { changed, HARMFUL, HARMLESS } from "../pages";

const FILES = { configuration: "baseline.config.ts", acceptedRisks: "accepted risks.json" };
const CANARY = 'aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]';
const RETENTION = "audit-trail: aws_cloudwatch_log_group.trail-log-group_log-group";

/** What a review prints for an entry to name. */
const printOf = (input: ReviewInput, rule: string): string =>
  reviewed(input, { title: "", risks: [], today: new Date() }).json.findings.find((each) => each.rule === rule)
    ?.fingerprint ?? "";

const risk = (until: string): AcceptedRisk => ({
  rule: "log-retention",
  place: RETENTION,
  fingerprint: printOf(HARMFUL, "log-retention"),
  reason: "[Costs](https://evil.example.com/x)",
  author: "mallory@example.com",
  until,
});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
    readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
}

interface Log {
  readonly version: string;
  readonly runs: readonly [
    { readonly tool: { readonly driver: { readonly rules: readonly Rule[] } }; readonly results: readonly Result[] },
  ];
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly properties: Readonly<Record<string, unknown>>;
}

function log(input: ReviewInput, risks: readonly AcceptedRisk[] = []): Log {
  const { json } = reviewed(input, { title: "Review", risks, today: new Date("2026-11-30") });
  return sarifOf(json, FILES) as Log;
}

const resultsOf = (...args: Parameters<typeof log>): readonly Result[] => log(...args).runs[0].results;

/** The schema, without formats: a relative reference would be refused as a URL that is none. */
const schema = z.fromJSONSchema(
  JSON.parse(readFileSync(join(__dirname, "schema.golden.json"), "utf8"), (key, value: unknown) =>
    key === "format" && typeof value === "string" ? undefined : value,
  ) as Parameters<typeof z.fromJSONSchema>[0],
);

describe("the schema of SARIF 2.1.0", () => {
  const good = log(HARMFUL, [risk("2027-01-01")]);
  const [run] = good.runs;
  const [result] = run.results;

  it.each([
    ["findings, of which one is accepted", good],
    ["none", log(HARMLESS)],
    ["an entry that has ended", log(HARMFUL, [risk("2026-01-01")])],
  ])("takes %s", (_name, found) => expect(schema.safeParse(found)).toMatchObject({ success: true }));

  it.each([
    ["another version", { ...good, version: "2.0.0" }],
    ["a run without a tool", { ...good, runs: [{ results: [] }] }],
    ["a level that is none", { ...good, runs: [{ ...run, results: [{ ...result, level: "critical" }] }] }],
    ["a property that is none", { ...good, runs: [{ ...run, results: [{ ...result, made: 1 }] }] }],
  ])("refuses %s", (_name, bad) => expect(schema.safeParse(bad)).toMatchObject({ success: false }));
});

test("every rule is described, with its severity as GitHub reads it", () => {
  const { rules } = log(HARMLESS).runs[0].tool.driver;
  expect(rules.map(({ id }) => id)).toEqual([...REVIEW_RULES.map(({ id }) => id), "accepted-risk-expired"]);
  for (const { shortDescription, fullDescription, help, properties } of rules) {
    // GitHub cuts what is longer.
    for (const { text } of [shortDescription, fullDescription, help]) expect(text).toMatch(/^[A-Z][^]{10,1000}\.$/);
    expect(properties["security-severity"]).toMatch(/^\d\.\d$/);
  }
  const scores = new Map(rules.map(({ id, properties }) => [id, properties["security-severity"]]));
  for (const { id, severity } of REVIEW_RULES)
    expect([id, scores.get(id)]).toEqual([id, { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" }[severity]]);
});

test("a finding has its rule, its level, a place and a file of the checkout", () => {
  const { tool, results } = log(HARMFUL).runs[0];
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ["guardrail-coverage", "error"],
    ["log-retention", "error"],
  ]);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(results[0]?.message.text).toMatch(
    /^`deny-root-user` no longer covers `Workloads\/Canary` \(1 account\)\. No /,
  );
  expect(results[1]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("baseline.config.ts");
  expect(results[1]?.locations[0]?.logicalLocations[0]?.fullyQualifiedName).toBe(RETENTION);
  expect(results[1]?.properties).toEqual({
    severity: "high",
    place: RETENTION,
    fingerprint: printOf(HARMFUL, "log-retention"),
  });
});

test("what is accepted is suppressed, and what has ended stands where it was accepted", () => {
  const [open, accepted] = resultsOf(HARMFUL, [risk("2027-01-01")]);
  expect(open?.suppressions).toBeUndefined();
  expect(accepted).toMatchObject({
    ruleId: "log-retention",
    suppressions: [
      { kind: "external", status: "accepted", justification: expect.stringMatching(/until 2027-01-01/) as unknown },
    ],
  });
  const ended = resultsOf(HARMFUL, [risk("2026-01-01")]).find(({ ruleId }) => ruleId === "accepted-risk-expired");
  expect(ended?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("accepted%20risks.json");
});

test("nobody's address is written, and what a name holds is no link", () => {
  const hostile = "[a](https://evil.example.com/t?k=secret) mallory@example.com +1-555-0100 99";
  const input = changed((draft) =>
    draft.add("aws_lambda_function.x", { name: hostile }).add("aws_lambda_function.y", { name: hostile }),
  );
  const text = JSON.stringify([log(input), log(HARMFUL, [risk("2027-01-01"), risk("2026-01-01")].slice(0, 1))]);
  expect(text).not.toMatch(/mallory|evil|secret|555-0100|\]\(/);
});

test("a fingerprint is the same in every run, and another for each finding", () => {
  const prints = (input: ReviewInput) =>
    resultsOf(input).map(({ partialFingerprints }) => partialFingerprints["primaryLocationLineHash"]);
  const more = changed((draft) => {
    for (const name of ["a", "b", "c"]) draft.add(`aws_lambda_function.${name}`, { name: "same" });
    return draft.remove(CANARY).set("aws_cloudwatch_log_group.trail-log-group_log-group", { retention_in_days: 7 });
  });
  expect(prints(HARMFUL)).toEqual(prints(HARMFUL));
  expect(new Set(prints(more)).size).toBe(prints(more).length);
  // An alert that somebody dismissed does not hide what is worse: 7 days are not 30.
  expect(prints(more)).toContain(prints(HARMFUL)[0]);
  expect(prints(more)).not.toContain(prints(HARMFUL)[1]);
});
