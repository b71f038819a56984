import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import example from "../../baseline.config";
import { inheritedOrganization } from "../../emulator/inherited-organization";
import { describeE2E } from "./support/describe-e2e";
import { withBreakGlass } from "./support/root-access-seed";
import { Trial } from "./support/trial";

const ROOT = resolve(__dirname, "../..");
const { trust } = example.rootAccess.breakGlass;
const tasks = ["delete-credentials"] as const;

/** Calls in one root session, in their order, and what becomes of each. */
const CALLS = [
  ["iam", "IAMClient", "ListAccessKeysCommand", {}, "done"],
  ["iam", "IAMClient", "GetLoginProfileCommand", {}, "done"],
  ["iam", "IAMClient", "DeleteLoginProfileCommand", {}, "done"],
  ["iam", "IAMClient", "DeleteLoginProfileCommand", { UserName: "jane" }, "AccessDenied"],
  ["iam", "IAMClient", "CreateLoginProfileCommand", { Password: "correct-horse-battery" }, "AccessDenied"],
  ["iam", "IAMClient", "CreateAccessKeyCommand", {}, "AccessDenied"],
  ["iam", "IAMClient", "GetAccountSummaryCommand", {}, "AccessDenied"],
  ["iam", "IAMClient", "ListUsersCommand", {}, "AccessDenied"],
  ["s3", "S3Client", "ListBucketsCommand", {}, "AccessDenied"],
  ["sqs", "SQSClient", "ListQueuesCommand", {}, "AccessDenied"],
  ["sts", "STSClient", "AssumeRoleCommand", { RoleArn: "arn:aws:iam::222222222222:role/x", RoleSessionName: "x" }],
] as const;

describeE2E("a root session that may delete credentials", () => {
  let trial: Trial;
  beforeAll(async () => {
    const config = { ...example, rootAccess: { ...example.rootAccess, breakGlass: { trust, tasks: [...tasks] } } };
    trial = await Trial.start({ seed: withBreakGlass(inheritedOrganization, ...tasks), config });
  });
  afterAll(() => trial.end());

  test("may do that, and nothing else", async () => {
    const [program, seen] = [join(trial.workshop.folder, "program.cjs"), join(trial.workshop.folder, "seen.json")];
    const source = `(async () => {
      const seen = [];
      for (const [service, client, command, input] of ${JSON.stringify(CALLS)}) {
        const sdk = require("${ROOT}/node_modules/@aws-sdk/client-" + service);
        const asked = new sdk[client]({ forcePathStyle: true }).send(new sdk[command](input));
        seen.push(await asked.then(() => "done", ({ name }) => name));
      }
      require("fs").writeFileSync(${JSON.stringify(seen)}, JSON.stringify(seen));
    })();`;
    writeFileSync(program, source);
    const { exitCode, output } = await trial.baseline(
      ...["root-session", "--account", "777777777701", "--task", "delete-credentials", "--reason", "INC-4711", "--yes"],
      ...["--", process.execPath, program],
    );
    expect([exitCode, output]).toEqual([0, expect.stringContaining("session ASIA")]);
    expect(JSON.parse(readFileSync(seen, "utf8"))).toEqual(CALLS.map(([, , , , result = "AccessDenied"]) => result));
  });
});
