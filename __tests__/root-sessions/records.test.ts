import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditCsv } from "../../commands/audit/csv";
import { auditText } from "../../commands/audit/report";
import { readAuditRecord, type AuditRecord, type AuditRow, type LookedAt } from "../../root-sessions/audit-record";
import { certificatesIn, keysIn } from "../../root-sessions/audit/credential-report";
import { mfaKind } from "../../root-sessions/audit/mfa-kind";
import { writeRecord } from "../../root-sessions/record-file";
import { isClean, verdictOf } from "../../root-sessions/remaining";

const AT = "2026-11-30T04:00:00.000Z";
const NOTHING: LookedAt = {
  ...{ id: "444444444444", name: "payments", status: "ACTIVE", at: AT, by: "root-session", password: false },
  ...{ accessKeys: [], signingCertificates: [], mfaDevices: [], lastActivity: null },
};
const MFA = [{ serial: "GAHT12345678", kind: "hardware-token" as const }];
const KEY = { id: "AKIAIOSFODNN7EXAMPLE", status: "Active" as const, created: AT, lastUsed: null };
const ROOT: LookedAt = { ...NOTHING, id: "111111111111", by: "own-credentials", password: true, mfaDevices: MFA };
const REFUSED: AuditRow = {
  ...{ id: "555555555555", name: "=cmd|' /C calc'!A0", status: "SUSPENDED", at: AT },
  notLookedAt: 'it said "no", and more',
};
const record = (...accounts: AuditRow[]): AuditRecord => ({
  ...{ version: 1, organization: "o-exampleorgid", managementAccount: "111111111111" },
  ...{ caller: "arn:aws:iam::222222222222:user/break-glass", reason: "INC-1", begun: AT, ended: AT, accounts },
});

const folder = mkdtempSync(join(tmpdir(), "org-baseline-records-"));
const file = join(folder, "audit.json");
afterAll(() => rmSync(folder, { recursive: true }));

describe("the verdict", () => {
  it.each<[string, LookedAt, string]>([
    ["a member without any", NOTHING, "nothing left"],
    ["a password", { ...NOTHING, password: true }, "credentials left"],
    ["a key", { ...NOTHING, accessKeys: [KEY] }, "credentials left"],
    ["a device alone", { ...NOTHING, mfaDevices: MFA }, "credentials left"],
    ["management with MFA", ROOT, "as it must be"],
    ["management without MFA", { ...ROOT, mfaDevices: [] }, "in danger"],
    ["management with a key", { ...ROOT, accessKeys: [KEY] }, "in danger"],
  ])("%s", (_what, row, verdict) => {
    expect(verdictOf(row, "111111111111")).toBe(verdict);
  });

  test("an organization is clean when every account was seen to be, and the audit is over", () => {
    expect(isClean(record(ROOT, NOTHING))).toBe(true);
    expect(isClean({ ...record(ROOT, NOTHING), ended: null })).toBe(false);
    expect(isClean(record(ROOT, NOTHING, REFUSED))).toBe(false);
    expect(isClean(record(ROOT, { ...NOTHING, password: true }))).toBe(false);
  });
});

describe("the file", () => {
  it("is read as it was written, is its owner's alone, and leaves nothing beside it", () => {
    writeRecord(file, record(ROOT, NOTHING));
    writeRecord(file, record(ROOT, NOTHING, REFUSED));
    expect(readAuditRecord(file)).toEqual(record(ROOT, NOTHING, REFUSED));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["audit.json"]);
    for (const parent of [join(folder, "none"), file])
      expect(() => writeRecord(join(parent, "audit.json"), {})).toThrow("must be a file that can be written");
  });

  it.each([
    ["of another form", { ...record(), version: 2 }, "version must be understood"],
    ["with a field that nobody knows", { ...record(), secret: "x" }, "must be understood"],
    [
      "with an account that is clean where it stands again",
      record({ ...ROOT, id: "444444444444" }, { ...NOTHING, id: "444444444444" }),
      'accounts[1].id must be named once, got "444444444444"',
    ],
    ["without its end", { ...record(), ended: undefined }, "ended must"],
    [
      "of no organization",
      { ...record(), organization: "here" },
      'organization must be an organization\'s id, got "here"',
    ],
  ])("%s is refused", (_what, value, said) => {
    writeFileSync(file, JSON.stringify(value));
    expect(() => readAuditRecord(file)).toThrow(said);
  });

  it("that is cut is refused", () => {
    writeFileSync(file, JSON.stringify(record(NOTHING)).slice(0, 60));
    expect(() => readAuditRecord(file)).toThrow("must be whole JSON");
    expect(() => readAuditRecord(join(folder, "none"))).toThrow("must be a file that can be read");
    expect(readFileSync(file, "utf8")).toHaveLength(60);
  });
});

test.each([
  ["arn:aws:iam::444444444444:mfa/root-account-mfa-device", "virtual"],
  ["arn:aws-cn:iam::444444444444:u2f/root-account/key-ABC", "passkey-or-security-key"],
  ["GAHT12345678", "hardware-token"],
  ["arn:aws:iam::444444444444:sms-mfa/x", "unknown"],
  ["a/b", "unknown"],
])("%s is %s", (serial, kind) => {
  expect(mfaKind(serial)).toBe(kind);
});

test("a credential report shows keys and certificates that are there, active or not", () => {
  const row = {
    ...{ access_key_1_active: "true", access_key_1_last_rotated: AT, access_key_1_last_used_date: "N/A" },
    ...{ access_key_2_active: "false", access_key_2_last_rotated: AT, access_key_2_last_used_date: AT },
    ...{ cert_1_active: "false", cert_1_last_rotated: "N/A", cert_2_active: "true", cert_2_last_rotated: AT },
  };
  expect(keysIn(row)).toEqual([
    { id: null, status: "Active", created: AT, lastUsed: null },
    { id: null, status: "Inactive", created: AT, lastUsed: AT },
  ]);
  expect(certificatesIn(row)).toEqual([{ id: null, status: "Active", created: AT }]);
});

test.each(["=1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "\uff1d1", "\uff201"])(
  "a spreadsheet takes an account that is called %j for a text",
  (name) => {
    const [, ...lines] = auditCsv(record({ ...NOTHING, name })).split(/\n(?=\d{12},|$)/);
    expect(lines.join("")).toMatch(/^444444444444,"?'/);
  },
);

test("a spreadsheet gets no formula, and the text fits on a terminal", () => {
  const [head = "", line = ""] = auditCsv(record(REFUSED)).split("\n");
  expect(line).toContain(`,'=cmd|' /C calc'!A0,SUSPENDED,not looked at,`);
  expect(line).toMatch(/,"it said ""no"", and more"$/);
  expect(head.split(",")).toHaveLength(12);
  const text = auditText(record(ROOT, { ...NOTHING, accessKeys: [KEY], name: "n".repeat(50) }, REFUSED));
  expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
});
