import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changed, problemsOf } from "../expectations";

const STATEMENT = { Sid: "Guard", Effect: "Deny", Action: "ec2:RunInstances", Resource: "*" };
const TEXT = JSON.stringify({ Version: "2012-10-17", Statement: [STATEMENT] });

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "policy-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The report on a policy file of these bytes. */
function reportOn(content: string | Buffer): readonly string[] {
  const policy = join(folder, "guard.json");
  writeFileSync(policy, content);
  const file = { name: "guard", type: "SERVICE_CONTROL_POLICY", targets: ["Workloads"], policy };
  return problemsOf(changed({ "guardrails.files": [file] }));
}

const withCondition = (operator: string, key: string, value: unknown): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ ...STATEMENT, Condition: { [operator]: { [key]: value } } }],
  });

test.each([
  ["as it is", TEXT],
  ["after a byte order mark", `\ufeff${TEXT}`],
  ["with lines of Windows", TEXT.replaceAll(",", ",\r\n")],
  ["with a number where numbers belong", withCondition("NumericGreaterThan", "aws:MultiFactorAuthAge", 3600)],
  ["with an account id in quotes", withCondition("StringEquals", "aws:PrincipalAccount", "012345678901")],
])("a policy file is read %s", (_how, content) => {
  expect(reportOn(content)).toEqual([]);
});

test.each([
  ["UTF-16", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
  ["UTF-16 without a mark", Buffer.from(TEXT, "utf16le")],
  ["Latin-1", Buffer.from(TEXT.replace("Guard", "Für"), "latin1")],
])("a policy file in %s would hold other signs than were written", (_encoding, content) => {
  expect(reportOn(content)).toEqual([expect.stringMatching(/\(policy guard must be a file in UTF-8\), got ".*"$/)]);
});

test.each([
  ["PrincipalAccount", 12345678901],
  ["ResourceAccount", 222222222222],
  ["SourceAccount", [444444444444]],
])("the number of an account (aws:%s) has lost its zeros in front", (key, value) => {
  expect(reportOn(withCondition("StringEquals", `aws:${key}`, value))).toEqual([
    expect.stringMatching(/must hold account ids in quotes: 12 digits, zeros in front included\), got \d{11,12}$/),
  ]);
});

test("a number that is longer than numbers are", () => {
  const policy = withCondition("StringEquals", "aws:PrincipalTag/id", "ID").replace('"ID"', "12345678901234567890");
  expect(reportOn(policy)).toEqual([expect.stringMatching(/must hold so long a number in quotes: its end is lost\)/)]);
});
