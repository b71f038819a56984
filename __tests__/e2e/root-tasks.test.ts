import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetBucketPolicyCommand, type S3Client } from "@aws-sdk/client-s3";
import { dispatch } from "../../commands/contract/dispatch";
import { COMMANDS } from "../../commands/registry";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { describeE2E } from "./support/describe-e2e";
import { DENY_ALL, lockedBuckets, ownerOf } from "./support/locked-buckets";
import { withBreakGlass } from "./support/root-access-seed";

const ROOT = join(__dirname, "../..");
const MEMBER = "444444444444";
const SESSION = ["--account", MEMBER, "--reason", "INC-4711", "--yes"];

describeE2E("root tasks through real STS and S3 calls", () => {
  const before = { ...process.env };
  let emulator: Emulator;
  let member: S3Client;
  let folder = "";
  let said: string[] = [];

  /** The exit code, and all that was said. */
  const run = async (...args: readonly string[]): Promise<readonly [number, string]> => {
    said = [];
    const code = await dispatch(COMMANDS, args);
    return [code, said.join("\n")];
  };

  /** What a program in a root session sees, or the code that it ends with. */
  const inSession = async (task: string, script: string): Promise<readonly [number, string, string]> => {
    const file = join(folder, "seen");
    writeFileSync(file, "");
    const program = `require("fs").writeFileSync(process.argv[1], await (async () => { ${script} })())`;
    const source = `(async () => { ${program} })().catch((error) => { console.error(error); process.exit(9); })`;
    const [code, text] = await run(
      "root-session",
      ...SESSION,
      "--task",
      task,
      "--",
      process.execPath,
      "-e",
      source,
      file,
    );
    return [code, text, readFileSync(file, "utf8")];
  };

  const policyOf = async (Bucket: string): Promise<string | undefined> => {
    const answer = await member.send(new GetBucketPolicyCommand({ Bucket })).catch(() => undefined);
    return answer?.Policy;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "root-tasks-"));
    emulator = await startEmulator({ seed: withBreakGlass(existingOrganization, "audit", "unlock-bucket") });
    Object.assign(process.env, emulator.env, { BASELINE_CONFIG: join(ROOT, "baseline.config.ts") });
    member = await ownerOf(MEMBER);
    await lockedBuckets(member);
  });

  beforeEach(() => {
    const keep = (text: unknown) => {
      said.push(String(text));
    };
    jest.spyOn(console, "log").mockImplementation(keep);
    jest.spyOn(console, "error").mockImplementation(keep);
  });

  afterEach(() => jest.restoreAllMocks());

  afterAll(async () => {
    process.env = before;
    rmSync(folder, { recursive: true, force: true });
    await emulator.stop();
  });

  test("a program runs as root of the member, and its credentials are nowhere else", async () => {
    const script = `
      const { STSClient, GetCallerIdentityCommand } = require("${ROOT}/node_modules/@aws-sdk/client-sts");
      const { Arn } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
      return [Arn, process.env.AWS_SECRET_ACCESS_KEY, process.env.AWS_SESSION_TOKEN].join("\\n");`;
    const [code, text, seen] = await inSession("unlock-bucket", script);
    const [arn, secret = "", token = ""] = seen.split("\n");
    expect([code, arn]).toEqual([0, `arn:aws:iam::${MEMBER}:root`]);
    expect([secret.length > 10, token.length > 10]).toEqual([true, true]);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(token);
    expect(text).toMatch(/root-api-call .*[\s\S]*assume-root-unlock/);
  });

  test.each([
    ["unlock-bucket", `client("s3", "S3Client", { forcePathStyle: true })`, "ListBucketsCommand, {}", "done"],
    [
      "unlock-bucket",
      `client("s3", "S3Client", { forcePathStyle: true })`,
      'DeleteBucketCommand, { Bucket: "without" }',
      "AccessDenied",
    ],
    [
      "unlock-bucket",
      `client("s3", "S3Client", { forcePathStyle: true })`,
      'ListObjectsV2Command, { Bucket: "without" }',
      "AccessDenied",
    ],
    ["unlock-bucket", `client("iam", "IAMClient", {})`, "CreateAccessKeyCommand, {}", "AccessDenied"],
    ["audit", `client("iam", "IAMClient", {})`, "GetAccountSummaryCommand, {}", "done"],
    ["audit", `client("s3", "S3Client", { forcePathStyle: true })`, "ListBucketsCommand, {}", "AccessDenied"],
  ])("a session for %s, %s: %s is %s", async (task, client, call, result) => {
    const script = `
      let sdk;
      const client = (name, type, more) => { sdk = require("${ROOT}/node_modules/@aws-sdk/client-" + name); return new sdk[type](more); };
      const asked = ${client};
      const send = (command, input) => asked.send(new command(input));
      try { await send(sdk.${call}); return "done"; } catch (error) { return error.name; }`;
    expect(await inSession(task, script)).toEqual([0, expect.any(String), result]);
  });

  test("the code of a program is told, and a program that is not there opens no session", async () => {
    expect(await inSession("audit", "process.exit(7)")).toEqual([1, expect.stringMatching(/ended with 7$/), ""]);
    expect(await run("root-session", ...SESSION, "--task", "audit", "--", "no-such-program")).toEqual([
      1,
      'the command after -- must be a program on the PATH, got "no-such-program"',
    ]);
  });

  test.each([
    [
      "without a terminal",
      ["root-session", ...SESSION, "--task", "audit"],
      /must get a command \(-- aws …\), or a terminal/,
    ],
    [
      "in the management account",
      ["root-session", "--account", "111111111111", "--reason", "x", "--yes", "--task", "audit", "--", "sh"],
      /must be a member account/,
    ],
    [
      "for a task that is not configured",
      ["root-session", ...SESSION, "--task", "delete-credentials", "--", "sh"],
      /breakGlass\.tasks must contain/,
    ],
    [
      "where nobody can be asked",
      ["root-session", "--account", MEMBER, "--reason", "x", "--task", "audit", "--", "sh"],
      /^--yes must be given/,
    ],
  ])("no session is opened %s", async (_where, args, sentence) => {
    const [code, text] = await run(...args);
    expect([code, text]).toEqual([1, expect.stringMatching(sentence)]);
    expect(text).not.toContain("session ASIA");
  });

  test("a locked bucket is shown, then unlocked, its policy kept for its owner alone", async () => {
    const [shown, policy] = await run("unlock-bucket", ...SESSION, "--bucket", "locked");
    expect([shown, policy]).toEqual([0, expect.stringContaining("It locks out every administrator of the account")]);
    expect(await policyOf("locked")).toBe(DENY_ALL);

    const out = join(folder, "kept.json");
    const [code, text] = await run("unlock-bucket", ...SESSION, "--bucket", "locked", "--apply", "--out", out);
    expect([code, text]).toEqual([0, expect.stringContaining(`--policy file://${out}`)]);
    expect([readFileSync(out, "utf8"), statSync(out).mode & 0o777]).toEqual([DENY_ALL, 0o600]);
    expect(await policyOf("locked")).toBeUndefined();

    const again = await run("unlock-bucket", ...SESSION, "--bucket", "locked", "--apply", "--out", out);
    expect(again).toEqual([1, `--out must be a file that is not there yet, got ${JSON.stringify(out)}`]);
  });

  test.each([
    ["over-tls", 2, /Nothing was removed: an administrator of the account can change it/],
    ["without", 2, /The bucket without has no policy/],
    ["no-such-bucket", 1, /NoSuchBucket: there is none of this name/],
    ["org-baseline-trail-333333333333-us-east-1", 1, /^--bucket must be no bucket of the audit trail/],
  ])("nothing is removed of %s", async (bucket, code, sentence) => {
    const policy = await policyOf(bucket);
    const out = join(folder, `${bucket}.json`);
    expect(await run("unlock-bucket", ...SESSION, "--bucket", bucket, "--apply", "--out", out)).toEqual([
      code,
      expect.stringMatching(sentence),
    ]);
    expect(await policyOf(bucket)).toBe(policy);
    expect(() => statSync(out)).toThrow("ENOENT");
  });
});
