import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import example from "../../baseline.config";
import type { BaselineConfig } from "../../config";
import { inheritedOrganization } from "../../emulator/inherited-organization";
import type { AccountRemoval, RemovalRecord } from "../../root-sessions/removal/record";
import { describeE2E } from "./support/describe-e2e";
import { firedBy } from "./support/fired-by";
import { withBreakGlass } from "./support/root-access-seed";
import { Trial } from "./support/trial";

/** Holds a password, an old key and a virtual device. */
const SHOP = "777777777701";
/** Its keys are in use. */
const ERP = "777777777702";
/** Its password is in use. */
const BANK = "777777777703";
/** Throttles every call once. */
const BUSY = "777777777705";
/** Its root user may do nothing. */
const LOCKED = "777777777706";

const { trust } = example.rootAccess.breakGlass;
const tasks = ["audit", "delete-credentials"] as const;
const config: BaselineConfig = {
  ...example,
  rootAccess: { ...example.rootAccess, breakGlass: { trust, tasks: [...tasks] } },
};
const seed = withBreakGlass(inheritedOrganization, ...tasks);
const APPLY = ["--apply", "--yes", "--reason=INC-4711"];

interface Answer {
  readonly accounts: readonly (AccountRemoval & { readonly verdict: string })[];
}

describeE2E("removal of root credentials", () => {
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
  afterAll(() => trial.end());

  const at = (name: string): string => join(trial.workshop.folder, name);
  const remove = (...args: readonly string[]) =>
    trial.baseline("remove-root-credentials", "--rate=300", "--json", ...args);
  const accountsOf = (stdout: string): Answer["accounts"] => (JSON.parse(stdout) as Answer).accounts;
  const recordIn = (file: string): RemovalRecord => JSON.parse(readFileSync(at(file), "utf8")) as RemovalRecord;
  /** Calls that change something, in their order, each once for each credential. */
  const changes = (): readonly string[] =>
    calls.flatMap((line) => /^200 (iam:(?:Delete|Deactivate)\w+) /.exec(line)?.[1] ?? []);
  const opened = (): number => calls.filter((line) => line.startsWith("200 sts:AssumeRoot ")).length;

  test("without --apply it shows what it would remove and what it would not, by sessions that can only look", async () => {
    const { exitCode, stdout, output } = await remove();
    const accounts = accountsOf(stdout);
    const why = Object.fromEntries(accounts.map(({ id, untouched }) => [id, untouched]));
    expect([exitCode, Object.keys(why)]).toEqual([2, expect.not.arrayContaining(["111111111111"])]);
    expect(why).toMatchObject({
      ...{ [SHOP]: null, [BUSY]: null, "777777777704": expect.stringContaining("SUSPENDED") as string },
      [ERP]: expect.stringMatching(/^key AKIA\w+ was used on .*--even-if-used/) as string,
      [BANK]: expect.stringMatching(/^the password was used on .*--even-if-used/) as string,
      [LOCKED]: expect.stringContaining("got AccessDenied") as string,
    });
    expect(output).toContain("Nothing was removed");
    expect([changes(), calls.filter((line) => line.includes("break-glass-delete-credentials"))]).toEqual([[], []]);
  });

  test.each([
    ["the management account", ["111111111111"], /must be a member: the management account keeps/],
    ["an account twice", [SHOP, SHOP], /must be named once, got "777777777701"/],
    ["what is no id", ["shop"], /must be an id of 12 digits, got "shop"/],
  ])("%s is refused before the first call", async (_what, named, sentence) => {
    const { exitCode, output } = await remove(...APPLY, ...named);
    expect([exitCode, output, calls]).toEqual([1, expect.stringMatching(sentence), []]);
  });

  test("suspended and unknown accounts are refused by name, all of them at once, before a session is opened", async () => {
    const { exitCode, output } = await remove(...APPLY, "777777777704", "999999999999", `--out=${at("none.json")}`);
    expect([exitCode, output]).toEqual([1, expect.stringMatching(/got "777777777704 acquired-lab: SUSPENDED"/)]);
    expect(output).toContain('must belong to the organization, got "999999999999"');
    expect([opened(), existsSync(at("none.json"))]).toEqual([0, false]);
  });

  test("removes the password first and MFA last, writes down each, and leaves the account in use alone", async () => {
    const { exitCode, stdout, output } = await remove(...APPLY, SHOP, ERP, `--out=${at("shop.json")}`);
    expect([exitCode, output]).toEqual([2, expect.stringContaining("Task delete-credentials")]);
    expect(changes()).toEqual(["iam:DeleteLoginProfile", "iam:DeleteAccessKey", "iam:DeactivateMFADevice"]);
    expect(accountsOf(stdout).map(({ id, verdict }) => [id, verdict])).toEqual([
      [SHOP, "nothing left"],
      [ERP, "credentials left"],
    ]);
    const record = recordIn("shop.json");
    expect([record.reason, record.caller, record.stopped]).toEqual(["INC-4711", expect.stringMatching(/^arn:/), null]);
    const [shop, erp] = record.accounts;
    // The task policy denies the deletion of a device by itself.
    expect(shop?.removals.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      ...["password removed", "access-key removed", "mfa-device removed", "unassigned-device kept"],
    ]);
    expect(erp).toMatchObject({ session: null, removals: [] });
    expect(statSync(at("shop.json")).mode & 0o777).toBe(0o600);
    expect(output + readFileSync(at("shop.json"), "utf8")).not.toMatch(/AWS_SECRET|SecretAccessKey|SessionToken/);
    const second = output.slice(output.indexOf("Task delete-credentials"));
    const announced = [...second.matchAll(/^ {2}(?:critical|high|medium|low|record) +([\w-]+)/gm)].map(([, id]) => id);
    const since = calls.slice(calls.findIndex((line) => line.includes("break-glass-audit")));
    const made = since
      .slice(since.findLastIndex((line) => line.includes("sts:AssumeRoot ")))
      .flatMap((line) => /^\d+ ((?:iam|sts):\w+) [\w-]+ \d{12} /.exec(line)?.[1] ?? []);
    expect(new Set(announced)).toEqual(firedBy(config, new Set(made), "delete-credentials"));
  });

  test("what is used is removed where that is said, and throttling and failures of AWS are sat out", async () => {
    await trial.emulator.setFaultRate(0.2);
    const { exitCode, stdout } = await remove(
      ...APPLY,
      "--even-if-used",
      ERP,
      BANK,
      BUSY,
      `--out=${at("faults.json")}`,
    );
    await trial.emulator.setFaultRate(0);
    expect([exitCode, accountsOf(stdout).map(({ verdict }) => verdict)]).toEqual([0, Array(3).fill("nothing left")]);
    expect(calls.filter((line) => /^(503|400) /.test(line)).length).toBeGreaterThan(3);
  });

  test("killed in the middle, the file says what may be half-way; run again, it goes on with what is left", async () => {
    const killed = new Promise<void>((resolve) => {
      onCall = (line) => {
        if (/^200 iam:DeleteLoginProfile /.test(line)) void trial.workshop.kill().then(resolve);
      };
    });
    const { exitCode } = await remove(...APPLY, "444444444444", "666666666666", `--out=${at("killed.json")}`);
    await killed;
    onCall = () => undefined;
    expect(exitCode).toBeNull();
    const [account] = recordIn("killed.json").accounts;
    expect(recordIn("killed.json").ended).toBeNull();
    expect(account?.before).toMatchObject({ password: true, mfaDevices: [{ kind: "virtual" }] });
    expect(account?.removals.map(({ kind }) => kind)).toContain("password");

    const again = await remove(...APPLY, "444444444444", "666666666666", `--out=${at("again.json")}`);
    expect([again.exitCode, accountsOf(again.stdout).map(({ verdict }) => verdict)]).toEqual([
      0,
      ["nothing left", "nothing left"],
    ]);
  });

  test("an account that refuses is a row, and nothing of another is touched", async () => {
    const { exitCode, stdout } = await remove(...APPLY, LOCKED, SHOP);
    expect([exitCode, accountsOf(stdout).map(({ verdict }) => verdict), changes()]).toEqual([
      2,
      ["nothing left", "not looked at"],
      [],
    ]);
  });

  test("a configuration without the task is told what to add, before the first call", async () => {
    trial.reconfigure(example);
    const { exitCode, output } = await remove();
    trial.reconfigure(config);
    const sentence = 'rootAccess.breakGlass.tasks must contain "delete-credentials"; deploy the stack root-access then';
    expect([exitCode, output, calls]).toEqual([1, expect.stringContaining(sentence), []]);
  });
});
