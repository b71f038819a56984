import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { GetQueueAttributesCommand, SetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import example from "../../baseline.config";
import { dispatch } from "../../commands/contract/dispatch";
import { COMMANDS } from "../../commands/registry";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { queueArn } from "../../organization/services/queue-address";
import { describeE2E } from "./support/describe-e2e";
import { firedBy } from "./support/fired-by";
import { denyAll, lockedQueues, queuesOf } from "./support/locked-queues";
import { withBreakGlass } from "./support/root-access-seed";

const ROOT = join(__dirname, "../..");
const MEMBER = "444444444444";
/** Not the home Region: the queue's own name says where it is. */
const REGION = "eu-west-1";
const SESSION = ["--account", MEMBER, "--reason", "INC-4711", "--yes"];
const parsed = (text: string): unknown => JSON.parse(text);
const arn = (name: string) => queueArn("aws", REGION, MEMBER, name);

describeE2E("a queue that locks everybody out", () => {
  const before = { ...process.env };
  const folder = mkdtempSync(join(tmpdir(), "unlock-queue-"));
  let emulator: Emulator;
  let owner: SQSClient;
  let urls: Awaited<ReturnType<typeof lockedQueues>>;
  let calls: string[] = [];
  let [printed, said]: [string[], string[]] = [[], []];

  const run = async (...args: readonly string[]) => {
    [printed, said, calls] = [[], [], []];
    const code = await dispatch(COMMANDS, args);
    return { code, printed: printed.join("\n"), said: said.join("\n") };
  };

  const policyOf = async (QueueUrl: string): Promise<string | undefined> =>
    (await owner.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["Policy"] }))).Attributes?.Policy;

  beforeAll(async () => {
    const seed = withBreakGlass(existingOrganization, "unlock-queue");
    emulator = await startEmulator({ seed, log: (line) => calls.push(line) });
    Object.assign(process.env, emulator.env, { BASELINE_CONFIG: join(ROOT, "baseline.config.ts") });
    owner = await queuesOf(MEMBER, REGION);
    urls = await lockedQueues(owner, MEMBER, REGION);
  });

  beforeEach(() => {
    jest.spyOn(console, "log").mockImplementation((text: unknown) => void printed.push(String(text)));
    jest.spyOn(console, "error").mockImplementation((text: unknown) => void said.push(String(text)));
  });

  afterEach(() => jest.restoreAllMocks());

  afterAll(async () => {
    process.env = before;
    rmSync(folder, { recursive: true, force: true });
    await emulator.stop();
  });

  const made = (): string[] =>
    calls.flatMap((line) => /^200 ((?:sqs|sts):\w+) [\w-]+ (?!111111111111)\d{12} /.exec(line)?.[1] ?? []);

  test("is shown, then unlocked, its policy kept for its owner alone, and tells what it was said to tell", async () => {
    await expect(policyOf(urls.locked)).rejects.toThrow("explicit deny");
    const open = new SetQueueAttributesCommand({ QueueUrl: urls.locked, Attributes: { Policy: "" } });
    await expect(owner.send(open)).rejects.toThrow("explicit deny");

    const shown = await run("unlock-queue", ...SESSION, "--queue", arn("locked"));
    expect([shown.code, shown.printed]).toEqual([0, expect.stringContaining("It locks out every administrator")]);
    await expect(policyOf(urls.locked)).rejects.toThrow("explicit deny");

    const out = join(folder, "kept.json");
    const removed = await run("unlock-queue", ...SESSION, "--queue", arn("locked"), "--apply", "--out", out);
    expect([removed.code, removed.printed]).toEqual([0, expect.stringContaining("aws sqs set-queue-attributes")]);
    const announced = [...removed.said.matchAll(/^ {2}(?:critical|high|medium|low|record) +([\w-]+)/gm)];
    // The log of the emulator, another process, comes after the answers.
    for (let waits = 0; waits < 50 && made().length < 4; waits++) await setTimeout(100);
    expect(made().sort()).toEqual([
      "sqs:GetQueueAttributes",
      "sqs:GetQueueAttributes",
      "sqs:SetQueueAttributes",
      "sts:AssumeRoot",
    ]);
    expect(new Set(announced.map(([, id]) => id))).toEqual(firedBy(example, new Set(made()), "unlock-queue"));
    expect(parsed(readFileSync(out, "utf8"))).toEqual(parsed(denyAll(arn("locked"))));
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(await policyOf(urls.locked)).toBeUndefined();
  });

  test("a FIFO queue by its URL, for machines", async () => {
    const out = join(folder, "fifo.json");
    const asked = ["unlock-queue", ...SESSION, "--region", REGION, "--queue", urls.fifo, "--json"];
    const { code, printed: text } = await run(...asked, "--apply", "--out", out);
    const kept = readFileSync(out, "utf8");
    expect(parsed(kept)).toEqual(parsed(denyAll(arn("locked.fifo"))));
    expect([code, JSON.parse(text)]).toEqual([
      0,
      {
        ...{ queue: "locked.fifo", arn: arn("locked.fifo"), account: MEMBER, region: REGION },
        session: expect.stringMatching(/^ASIA/) as string,
        ...{ policy: kept, locksOut: "yes", dependsOn: [], removed: true, keptIn: out },
      },
    ]);
    const again = await run(...asked, "--apply", "--out", join(folder, "again.json"));
    expect([again.code, JSON.parse(again.printed)]).toMatchObject([2, { policy: null, removed: false, keptIn: null }]);
    expect(again.said).toContain("The queue locked.fifo has no policy");
  });

  test.each([
    ["over-tls", [], 2, /Nothing was removed: an administrator of the account can change it/],
    ["without", [], 2, /The queue without has no policy/],
    ["no-such-queue", [], 1, /must be the name of a queue of 444444444444, got QueueDoesNotExist/],
    ["without", ["--region=us-east-1"], 1, /^--region must be the Region of the queue, eu-west-1, got "us-east-1"$/],
  ])("nothing is removed of %s %j", async (queue, more, code, sentence) => {
    const out = join(folder, `${queue}.json`);
    const result = await run("unlock-queue", ...SESSION, "--queue", arn(queue), "--apply", "--out", out, ...more);
    expect([result.code, result.said]).toEqual([code, expect.stringMatching(sentence)]);
    expect(() => statSync(out)).toThrow("ENOENT");
  });

  test.each([
    ["sqs", "SQSClient", "ListQueuesCommand", "{}", "done"],
    ["sqs", "SQSClient", "SendMessageCommand", "{ QueueUrl: url, MessageBody: 'x' }", "AccessDenied"],
    ["sqs", "SQSClient", "PurgeQueueCommand", "{ QueueUrl: url }", "AccessDenied"],
    ["sqs", "SQSClient", "DeleteQueueCommand", "{ QueueUrl: url }", "AccessDenied"],
    ["iam", "IAMClient", "CreateAccessKeyCommand", "{}", "AccessDenied"],
    ["s3", "S3Client", "ListBucketsCommand", "{}", "AccessDenied"],
  ])("its session may call %s %s %s: %s is %s", async (service, client, call, input, result) => {
    const seen = join(folder, "seen");
    writeFileSync(seen, "");
    const script = `(async () => {
      const sdk = require("${ROOT}/node_modules/@aws-sdk/client-${service}");
      const url = ${JSON.stringify(urls.without)};
      const answer = new sdk.${client}({ forcePathStyle: true }).send(new sdk.${call}(${input}));
      require("fs").writeFileSync(${JSON.stringify(seen)}, await answer.then(() => "done", (error) => error.name));
    })()`;
    const args = ["--region", REGION, "--task", "unlock-queue", "--", process.execPath, "-e", script];
    expect((await run("root-session", ...SESSION, ...args)).code).toBe(0);
    expect(readFileSync(seen, "utf8")).toBe(result);
  });
});
