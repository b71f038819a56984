import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import example from "../../baseline.config";
import { dispatch } from "../../commands/contract/dispatch";
import { COMMANDS } from "../../commands/registry";
import { withoutCredentials } from "../support/without-credentials";

const QUEUE = "arn:aws:sqs:us-east-1:444444444444:alerts";
const TOLD = { severity: "critical", protocol: "sqs", endpoint: QUEUE };

let said: string[] = [];
const before = { ...process.env };
const folder = mkdtempSync(join(tmpdir(), "unlock-queue-"));

/** What is said before AWS is asked for anything: without credentials, the first call would be refused. */
async function run(...args: readonly string[]): Promise<readonly [number, string]> {
  said = [];
  const code = await dispatch(COMMANDS, ["unlock-queue", "--account=444444444444", "--reason=x", "--yes", ...args]);
  return [code, said.join("\n")];
}

beforeEach(() => {
  const alerting = { ...example.alerting, subscriptions: [...example.alerting.subscriptions, TOLD] };
  writeFileSync(join(folder, "config.ts"), `export default ${JSON.stringify({ ...example, alerting })};\n`);
  process.env = { ...withoutCredentials(process.env), BASELINE_CONFIG: join(folder, "config.ts") };
  jest.spyOn(console, "error").mockImplementation((text: unknown) => void said.push(String(text)));
});

afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...before };
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  [
    "another partition",
    [`--queue=${QUEUE.replace("aws:", "aws-cn:")}`],
    /^--queue must be in a Region of the partition aws/,
  ],
  [
    "a Region that is not there",
    [`--queue=${QUEUE.replace("us-east-1", "us-moon-1")}`],
    /^--queue must be in a Region/,
  ],
  [
    "what is told of alerts",
    [`--queue=${QUEUE}`],
    /^--queue must be no queue that is told of alerts \(alerting\.subscr/,
  ],
  ["no queue", ["--queue=alerts"], /^--queue must be the URL or the ARN of a queue, got "alerts"$/],
])("%s is refused", async (_what, args, sentence) => {
  expect(await run(...args)).toEqual([1, expect.stringMatching(sentence)]);
});

test("all that is wrong with its place is said at once", async () => {
  expect(await run(`--queue=${QUEUE.replace("444444444444", "555555555555")}`, "--region=eu-west-1")).toEqual([
    1,
    [
      '--account must be the account of the queue, 555555555555, got "444444444444"',
      '--region must be the Region of the queue, us-east-1, got "eu-west-1"',
    ].join("\n"),
  ]);
});

test("what is told of alerts is unlocked where that is meant: the next thing is AWS", async () => {
  expect(await run(`--queue=${QUEUE}`, "--even-alerts")).toEqual([
    1,
    expect.stringMatching(/^AWS credentials must be found/),
  ]);
});
