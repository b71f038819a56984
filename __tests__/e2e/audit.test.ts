import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import example from "../../baseline.config";
import { inheritedOrganization } from "../../emulator/inherited-organization";
import type { AuditRecord } from "../../root-sessions/audit-record";
import { describeE2E } from "./support/describe-e2e";
import { firedBy } from "./support/fired-by";
import { withBreakGlass } from "./support/root-access-seed";
import { Trial } from "./support/trial";

/** What the stack root-access makes: the audit needs no more of it. */
const seed = withBreakGlass(inheritedOrganization, "audit");

const LEFT = ["444444444444", "666666666666", "777777777701", "777777777702", "777777777703", "777777777705"];

interface Row {
  readonly id: string;
  readonly verdict: string;
  readonly by?: string;
  readonly notLookedAt?: string;
}

describeE2E("audit of an organization with root credentials of every kind", () => {
  let trial: Trial;
  let calls: string[] = [];
  const start = async (): Promise<void> => {
    trial = await Trial.start({ seed, config: example, log: (line) => calls.push(line) });
  };
  beforeAll(start);
  afterAll(() => trial.end());
  const at = (name: string): string => join(trial.workshop.folder, name);
  const audit = async (...args: readonly string[]) => {
    calls = [];
    const { exitCode, stdout, output } = await trial.baseline("audit", "--rate=300", ...args);
    return { exitCode, stdout, output };
  };
  const rowsOf = (stdout: string): readonly Row[] => (JSON.parse(stdout) as { readonly accounts: Row[] }).accounts;
  const withVerdict = (rows: readonly Row[], verdict: string): readonly string[] =>
    rows.filter((row) => row.verdict === verdict).map(({ id }) => id);

  test("finds what is left, and says why it could not look elsewhere; the events fire what was announced", async () => {
    const { exitCode, stdout, output } = await audit("--json", `--out=${at("whole.json")}`);
    expect([exitCode, output]).toEqual([2, expect.stringContaining("Opens 10 root sessions")]);
    const rows = rowsOf(stdout);
    expect(withVerdict(rows, "credentials left")).toEqual(LEFT);
    expect(withVerdict(rows, "nothing left")).toEqual(["222222222222", "333333333333", "555555555555"]);
    expect(withVerdict(rows, "as it must be")).toEqual(["111111111111"]);
    expect(rows.flatMap(({ id, notLookedAt }) => (notLookedAt === undefined ? [] : [[id, notLookedAt]]))).toEqual([
      ["777777777704", expect.stringContaining("SUSPENDED")],
      ["777777777706", expect.stringContaining("got AccessDenied")],
      ["777777777707", expect.stringMatching(/PENDING_ACTIVATION.*it joined at .*: --resume looks again$/)],
    ]);
    const { invited } = JSON.parse(stdout) as AuditRecord;
    expect(invited?.map(({ account }) => account)).toEqual(["777777777708", null]);
    expect(stdout).not.toContain("root@subsidiary.example.com");
    expect(rows.find(({ id }) => id === "777777777702")).toMatchObject({
      accessKeys: [{ status: "Active" }, { status: "Inactive", lastUsed: null }],
      signingCertificates: [{ id: "ROOTCERTIFICATE000000000" }],
    });
    expect(rows.find(({ id }) => id === "777777777703")).toMatchObject({
      mfaDevices: [{ kind: "hardware-token" }, { kind: "passkey-or-security-key" }],
    });
    // One throttles: every call in it was refused once.
    expect(calls.filter((line) => /^400 iam:/.test(line)).length).toBeGreaterThanOrEqual(5);
    const announced = [...output.matchAll(/^ {2}(?:critical|high|medium|low|record) +([\w-]+)/gm)].map(([, id]) => id);
    const made = calls.flatMap((line) => /^\d+ ((?:iam|sts):\w+) [\w-]+ \d{12} /.exec(line)?.[1] ?? []);
    expect(new Set(announced)).toEqual(firedBy(example, new Set(made)));
    const keys = /ASIA|AWS_SECRET|SessionToken/;
    expect(output + readFileSync(at("whole.json"), "utf8")).not.toMatch(keys);
  });

  test("a role that answers is asked instead of a root session", async () => {
    const { exitCode, stdout } = await audit(
      ...["--json", "--read-role=OrganizationAccountAccessRole", `--out=${at("role.json")}`],
    );
    expect(exitCode).toBe(2);
    const rows = rowsOf(stdout);
    expect(calls.filter((line) => line.includes("sts:AssumeRoot "))).toEqual([]);
    expect(withVerdict(rows, "credentials left")).toEqual([...LEFT, "777777777706"]);
    expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(["own-credentials", "read-role", undefined]));
  });

  test("goes on where it was interrupted, and asks again only where it did not look", async () => {
    const whole = JSON.parse(readFileSync(at("whole.json"), "utf8")) as AuditRecord;
    const { exitCode, stdout } = await audit("--json", `--resume=${at("whole.json")}`);
    expect(exitCode).toBe(2);
    expect(calls.filter((line) => line.includes("sts:AssumeRoot "))).toHaveLength(1);
    const again = JSON.parse(stdout) as AuditRecord;
    expect(again.begun).toBe(whole.begun);
    expect(
      again.accounts
        .slice(0, 5)
        .map(({ at }) => at)
        .slice(1),
    ).toEqual(whole.accounts.slice(1, 5).map(({ at }) => at));
  });

  test("shows for people and for spreadsheets who was invited and has not joined, as no gap", async () => {
    const { stdout } = await audit(`--resume=${at("whole.json")}`);
    expect(stdout).toMatch(
      /^Invited, and not yet joined: .*\n777777777708: invitation h-\w+, until 20\d\d-\d\d-\d\d\nan e-mail/m,
    );
    const csv = await audit("--csv", `--resume=${at("whole.json")}`);
    expect(csv.stdout).toMatch(/^777777777708,,INVITED,not joined,\d{4}-.*,invitation h-\w+$/m);
  });

  test("sits out throttling and failures of AWS", async () => {
    await trial.emulator.setFaultRate(0.2);
    const { exitCode, stdout } = await audit("--json", `--out=${at("faults.json")}`);
    await trial.emulator.setFaultRate(0);
    expect(exitCode).toBe(2);
    expect(withVerdict(rowsOf(stdout), "credentials left")).toEqual(LEFT);
    expect(calls.filter((line) => line.startsWith("503 ")).length).toBeGreaterThan(5);
  });

  test("writes over no file, and refuses the organization of another before it opens a session", async () => {
    const before = readFileSync(at("whole.json"), "utf8");
    expect(await audit(`--out=${at("whole.json")}`)).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("--out must be a file that is not there yet") as string,
    });
    expect(readFileSync(at("whole.json"), "utf8")).toBe(before);
    trial.reconfigure({ ...example, organization: { mode: "existing", id: "o-anotherorgid" } });
    const { exitCode, output } = await audit(`--out=${at("other.json")}`);
    expect([exitCode, output]).toEqual([1, expect.stringContaining("must be o-anotherorgid (organization.id)")]);
    expect(calls.filter((line) => /sts:Assume/.test(line))).toEqual([]);
    expect(existsSync(at("other.json"))).toBe(false);
  });
});
