import { acceptedRisks, REVIEW_RULES, reviewed } from "../../review";
import { Draft, plansFrom } from "./draft";

const CANARY = 'aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]';
const IDS = REVIEW_RULES.map(({ id }) => id);

const before = new Draft();
const input = plansFrom(before, before.copy().remove(CANARY));

const [FOUND] = reviewed(input, { title: "", risks: [], today: new Date() }).json.findings;

const RISK = {
  rule: "guardrail-coverage",
  place: "guardrails: aws_organizations_policy.deny-root-user",
  fingerprint: FOUND?.fingerprint,
  reason: "The canary is closed",
  author: "platform-security",
  until: "2026-12-31",
};

const file = (...accepted: readonly unknown[]) => JSON.stringify({ version: 1, accepted });

const read = (text: string) => acceptedRisks(text, "accepted-risks.json", IDS);

const review = (today: string, ...accepted: readonly object[]) =>
  reviewed(input, { title: "Review", risks: read(file(...accepted)), today: new Date(today) });

interface Answer {
  readonly findings: readonly { readonly rule: string }[];
  readonly accepted: readonly { readonly rule: string }[];
}

const rules = (answer: unknown) => {
  const { findings, accepted } = answer as Answer;
  return [findings.map(({ rule }) => rule), accepted.map(({ rule }) => rule)];
};

describe("an accepted risk", () => {
  it("holds back the gate through its last day", () => {
    const { json, reaches, markdown } = review("2026-12-31T23:59:59Z", RISK);
    expect(rules(json)).toEqual([[], ["guardrail-coverage"]]);
    expect(reaches("low")).toBe(false);
    expect(markdown.text).toContain("The canary is closed (platform-security, until 2026-12-31)");
  });

  it("is a finding itself from the next day on, beside what it accepted", () => {
    const { json, reaches } = review("2027-01-01T00:00:00Z", RISK);
    expect(rules(json)).toEqual([["accepted-risk-expired", "guardrail-coverage"], []]);
    expect(reaches("critical")).toBe(true);
  });

  it("is a finding after its end also where what it accepted is gone", () => {
    const { json } = reviewed(plansFrom(before, before), {
      title: "",
      risks: read(file(RISK)),
      today: new Date("2027-06-01"),
    });
    expect(rules(json)).toEqual([["accepted-risk-expired"], []]);
  });

  it.each([
    ["another place", { place: "guardrails: aws_organizations_policy.other" }],
    ["another rule", { rule: "guardrail-denial" }],
    ["any place", { place: "*" }],
    ["another fingerprint", { fingerprint: "0".repeat(32) }],
    ["the place in another case", { place: RISK.place.toUpperCase() }],
  ])("for %s accepts nothing", (_what, changes) => {
    const { json, markdown } = review("2026-12-01", { ...RISK, ...changes });
    expect(rules(json)).toEqual([["guardrail-coverage"], []]);
    expect(markdown.text).toContain("## Accepted, and not found");
  });
});

describe("a file of accepted risks", () => {
  const older = { ...RISK, fingerprint: undefined };

  it.each([
    ["no JSON", "{", "accepted-risks.json must be JSON"],
    ["a list", "[]", "the file must be an object with version and accepted, got []"],
    [
      "an entry with two ends",
      file(RISK).replace('"until"', '"until":"2036-12-31","until"'),
      'accepted-risks.json, accepted[0] must hold each key once (again in line 1), got "until"',
    ],
    ["another version", JSON.stringify({ version: 2, accepted: [] }), "version must be 1, got 2"],
    ["no author", file({ ...RISK, author: " " }), 'accepted[0].author must be a text, got ""'],
    [
      "no such day",
      file({ ...RISK, until: "2026-13-01" }),
      'accepted[0].until must be a date such as 2026-12-31, got "2026-13-01"',
    ],
    [
      "a day that its month does not have",
      file({ ...RISK, until: "2027-02-30" }),
      'accepted[0].until must be a date such as 2026-12-31, got "2027-02-30"',
    ],
    ["no end", file({ ...RISK, until: undefined }), "accepted[0].until must be a date such as 2026-12-31, got nothing"],
    [
      "a field too many",
      file({ ...RISK, severity: "low" }),
      'accepted[0].severity must be left out, because no such setting exists, got "low"',
    ],
    [
      "a rule that does not exist",
      file({ ...RISK, rule: "nosuch" }),
      "accepted[0].rule must be one of kept-destroyed, ",
    ],
    ["the same twice", file(RISK, RISK), "accepted[1] must name a finding that no other entry names, got"],
    [
      "the same twice, with a blank",
      file(RISK, { ...RISK, place: `${RISK.place} ` }),
      "accepted[1] must name a finding",
    ],
    [
      "a time of another zone",
      file({ ...RISK, until: "2026-12-31T23:59:59+14:00" }),
      "accepted[0].until must be a date",
    ],
    [
      "an entry of the older form, which accepted whatever its rule found there",
      file(older),
      "accepted[0].fingerprint must be the 32 signs that the review prints behind the place",
    ],
    ["a fingerprint that stands for any", file({ ...RISK, fingerprint: "*" }), "accepted[0].fingerprint must be"],
  ])("with %s is refused", (_what, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("may end its lines as another system does, and begin with its mark", () => {
    const text = `\ufeff${JSON.stringify(JSON.parse(file(RISK)), undefined, 2).replaceAll("\n", "\r\n")}`;
    expect(read(text)).toEqual([RISK]);
  });

  it("tells every mistake at once", () => {
    const text = file(older, { ...RISK, rule: "nosuch", reason: "", note: 1 }, RISK, 7, RISK);
    const reported = (): string => {
      try {
        return `${read(text).length} read`;
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(
      reported()
        .split("\n")
        .map((line) => line.replace(/ must .*/, "")),
    ).toEqual([
      "accepted-risks.json has 6 problems:",
      "  accepted[0].fingerprint",
      "  accepted[1].rule",
      "  accepted[1].reason",
      "  accepted[1].note",
      "  accepted[3]",
      "  accepted[4]",
    ]);
  });
});
