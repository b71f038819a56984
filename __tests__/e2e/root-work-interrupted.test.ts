import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import example from "../../baseline.config";
import { inheritedOrganization } from "../../emulator/inherited-organization";
import { isLookedAt, readAuditRecord } from "../../root-sessions/audit-record";
import type { RemovalRecord } from "../../root-sessions/removal/record";
import { describeE2E } from "./support/describe-e2e";
import { withBreakGlass } from "./support/root-access-seed";
import { Trial } from "./support/trial";

const { trust } = example.rootAccess.breakGlass;
const tasks = ["audit", "delete-credentials"] as const;
const config = { ...example, rootAccess: { ...example.rootAccess, breakGlass: { trust, tasks: [...tasks] } } };
/** An ordinary role that is in one account alone. */
const READER = "org-reader";
const withRoles = withBreakGlass(inheritedOrganization, ...tasks);
const seed = { ...withRoles, roles: [...(withRoles.roles ?? []), { accountId: "444444444444", name: READER }] };

const ALL_ACCOUNTS = inheritedOrganization.accounts.length + 1;
const [PAYMENTS, PLAYGROUND, SHOP] = ["444444444444", "666666666666", "777777777701"];
const OPENED = /^200 sts:AssumeRoot /;

describeE2E("root sessions that are interrupted in the middle", () => {
  let trial: Trial;
  let calls: string[] = [];
  let onCall: (line: string) => void = () => undefined;
  beforeAll(async () => {
    const log = (line: string): void => {
      calls.push(line);
      onCall(line);
    };
    trial = await Trial.start({ seed, config, log });
  });
  beforeEach(() => {
    calls = [];
    onCall = () => undefined;
  });
  afterEach(() => trial.emulator.expireCredentials(false));
  afterAll(() => trial.end());

  const at = (name: string): string => join(trial.workshop.folder, name);
  const audit = (...args: readonly string[]) => trial.baseline("audit", "--rate=300", "--json", ...args);
  const remove = (file: string) =>
    trial.baseline(
      ...["remove-root-credentials", "--rate=300", "--json", "--apply", "--yes", "--reason=INC-4711"],
      ...[PAYMENTS, PLAYGROUND, SHOP, `--out=${at(file)}`],
    );
  const removalIn = (file: string): RemovalRecord => JSON.parse(readFileSync(at(file), "utf8")) as RemovalRecord;

  /** Calls that removed something. */
  const changes = (): readonly string[] =>
    calls.flatMap((line) => /^200 (iam:(?:Delete|Deactivate)\w+) /.exec(line)?.[1] ?? []);

  /** Does something once, when a call like this was answered for the nth time. */
  const after = (times: number, call: RegExp, act: () => void): void => {
    let seen = 0;
    onCall = (line) => {
      if (call.test(line)) seen += 1;
      if (seen !== times) return;
      onCall = () => undefined;
      act();
    };
  };
  const expire = (): void => void trial.emulator.expireCredentials(true);

  /** Takes an audit up; what it had looked at is as it was. */
  async function resumes(file: string): Promise<void> {
    const before = readAuditRecord(file);
    expect([before.ended, before.accounts.length < ALL_ACCOUNTS]).toEqual([null, true]);
    const kept = before.accounts.filter(isLookedAt);
    expect(kept.length).toBeGreaterThan(0);
    const { exitCode } = await audit(`--resume=${file}`);
    const record = readAuditRecord(file);
    expect([exitCode, record.ended, record.accounts.length]).toEqual([2, expect.any(String), ALL_ACCOUNTS]);
    expect(record.accounts).toEqual(expect.arrayContaining(kept));
  }

  test.each(["SIGINT", "SIGTERM"] as const)("an audit ends in good order on %s, and is taken up", async (signal) => {
    const file = at(`${signal}.json`);
    after(3, OPENED, () => trial.workshop.interrupt(signal));
    const { exitCode, output } = await audit(`--out=${file}`);
    expect([exitCode, output]).toEqual([1, expect.stringContaining(`the audit must be taken up: --resume ${file}`)]);
    expect(output).toContain(`${signal}: ends what is begun, and begins no more`);
    await resumes(file);
  });

  test("an audit whose operator's sign-in ends says so once, opens no more sessions, and is taken up", async () => {
    const file = at("expired.json");
    after(3, OPENED, expire);
    const { exitCode, output } = await audit(`--out=${file}`);
    expect(exitCode).toBe(1);
    expect(output).toContain("the credentials must be valid: sign in again), got ExpiredToken");
    expect(output).toContain(`--resume ${file} goes on with it`);
    // The four that are looked at at a time, and none of those that wait.
    expect(calls.filter((line) => line.startsWith("403 sts:")).length).toBeLessThanOrEqual(4);
    await trial.emulator.expireCredentials(false);
    await resumes(file);
  });

  test("with credentials that have expired nothing is begun, and no file is left", async () => {
    await trial.emulator.expireCredentials(true);
    const { exitCode, output } = await audit(`--out=${at("none.json")}`);
    expect([exitCode, output]).toEqual([1, expect.stringContaining("must be valid, got ExpiredToken from STS")]);
    expect(existsSync(at("none.json"))).toBe(false);
  });

  test("a result that cannot be written is known before the first call", async () => {
    const { exitCode, output } = await audit("--out=/dev/null/audit.json");
    const sentence = '--out must be in a folder that can be written to, got "/dev/null/audit.json"';
    expect([exitCode, output, calls]).toEqual([1, expect.stringContaining(sentence), []]);
  });

  test("where break glass is closed, an ordinary role still shows the accounts that have it", async () => {
    trial.reconfigure({ ...config, name: "other-name" });
    const { exitCode } = await audit(`--read-role=${READER}`, `--out=${at("reader.json")}`);
    trial.reconfigure(config);
    const { ended, accounts } = readAuditRecord(at("reader.json"));
    expect([exitCode, ended]).toEqual([2, expect.any(String)]);
    expect(accounts.filter(isLookedAt).map(({ id }) => id)).toEqual(["111111111111", PAYMENTS]);
    expect(accounts.find(({ id }) => id === PLAYGROUND)).toMatchObject({
      notLookedAt: expect.stringMatching(/org-reader .*; and .*break-glass-audit .*the role trusts/) as string,
    });
  });

  test("a removal ends in good order on SIGINT, and what it wrote down is what was done", async () => {
    after(1, /^200 iam:DeleteLoginProfile /, () => trial.workshop.interrupt("SIGINT"));
    const { exitCode, output } = await remove("interrupted.json");
    expect([exitCode, output]).toEqual([1, expect.stringContaining("the removal must be run again")]);
    const { ended, stopped, accounts } = removalIn("interrupted.json");
    expect([ended, stopped]).toEqual([null, "an interruption"]);
    const done = accounts.flatMap(({ removals }) => removals.filter(({ state }) => state === "removed"));
    expect(done.map(({ call }) => call)).toEqual(changes());
    expect(accounts.map(({ removals, after: seen }) => [removals.length > 0, seen !== null])).toEqual([
      ...[[true, true], ...[PLAYGROUND, SHOP].map(() => [false, false])],
    ]);
    expect(accounts[0]?.after).toMatchObject({ id: PAYMENTS, password: false });
  });

  test("a removal whose operator's sign-in ends leaves the next account alone", async () => {
    after(1, /^200 iam:DeleteAccessKey /, expire);
    const { exitCode, output } = await remove("expired-removal.json");
    expect([exitCode, output]).toEqual([1, expect.stringContaining("The removal ended there: run again")]);
    const { ended, stopped, accounts } = removalIn("expired-removal.json");
    expect([ended, stopped]).toEqual([null, expect.stringContaining("sign in again")]);
    const [, playground, shop] = accounts.map(({ removals }) => removals.map(({ state }) => state));
    expect([playground, shop]).toEqual([["removed", "removed"], []]);
  });

  test("run again, it goes on with what is left", async () => {
    const { exitCode, stdout } = await remove("again.json");
    const answer = JSON.parse(stdout) as { readonly accounts: readonly { readonly verdict: string }[] };
    expect([exitCode, answer.accounts.map(({ verdict }) => verdict)]).toEqual([0, Array(3).fill("nothing left")]);
    expect(changes()).toEqual(["iam:DeleteLoginProfile", "iam:DeleteAccessKey", "iam:DeactivateMFADevice"]);
  });
});
