import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { describeE2E } from "./support/describe-e2e";
import { rawCall } from "./support/raw-call";

/** Looks signed; the emulator reads the key and does not check the signature. */
const authorization = (key: string, service: string): string =>
  `AWS4-HMAC-SHA256 Credential=${key}/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=none`;

/** One request of the query protocol. */
const call = (endpoint: string, key: string, service: string, parameters: Record<string, string>): Promise<Response> =>
  fetch(endpoint, {
    method: "POST",
    headers: { Authorization: authorization(key, service) },
    body: new URLSearchParams(parameters),
  });

/** Enough calls that some answer would come in pieces, were the server to send it so. */
const MANY = 300;
const AT_ONCE = 5;

const IDENTITY = { Action: "GetCallerIdentity", Version: "2011-06-15" };
const FEATURES = { Action: "EnableOrganizationsRootSessions", Version: "2010-05-08" };
const AUDIT = "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials";
const ROOT = {
  Action: "AssumeRoot",
  Version: "2011-06-15",
  TargetPrincipal: "666666666666",
  "TaskPolicyArn.arn": AUDIT,
};

describeE2E("the emulator", () => {
  let emulator: Emulator;
  const key = (): string => emulator.env.AWS_ACCESS_KEY_ID ?? "";
  const ask = (service: string, parameters: Record<string, string>) =>
    call(emulator.endpoint, key(), service, parameters);

  beforeAll(async () => {
    emulator = await startEmulator({ seed: existingOrganization });
  });

  afterAll(() => emulator.stop());

  test("answers as the management account", async () => {
    const answer = await ask("sts", IDENTITY);
    expect(await answer.text()).toContain("<Account>111111111111</Account>");
  });

  test("answers 501 to what it does not know", async () => {
    expect((await ask("iam", { Action: "GetOutboundNothing", Version: "2010-05-08" })).status).toBe(501);
  });

  test("opens a root session for one task, once root sessions are on", async () => {
    expect((await ask("sts", ROOT)).status).toBe(403);
    expect((await ask("iam", FEATURES)).status).toBe(200);
    const session = /<AccessKeyId>(\w+)</.exec(await (await ask("sts", ROOT)).text())?.[1] ?? "";
    const asRoot = async (service: string, Action: string, more = {}) => {
      const answer = await call(emulator.endpoint, session, service, { Action, Version: "2010-05-08", ...more });
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await asRoot("sts", "GetCallerIdentity")).toContain("arn:aws:iam::666666666666:root");
    expect(await asRoot("iam", "ListAccessKeys")).toMatch(/^200 [^]*<AccessKeyId>AKIA/);
    expect(await asRoot("iam", "DeleteLoginProfile")).toMatch(/^403 /);
    expect(await asRoot("iam", "ListAccessKeys", { UserName: "somebody" })).toMatch(/^403 /);
  });

  // A client that sees the headers alone may close the connection, and repeat a call that succeeded.
  test("sends each answer in one piece, and loses none", async () => {
    const head = ["POST / HTTP/1.1", `Authorization: ${authorization(key(), "sts")}`];
    const form = "Content-Type: application/x-www-form-urlencoded";
    const body = new URLSearchParams(IDENTITY).toString();
    let whole = 0;
    for (let made = 0; made < MANY; made += AT_ONCE) {
      const calls = Array.from({ length: AT_ONCE }, () => rawCall(emulator.endpoint, [...head, form], body));
      for (const { text, pieces } of await Promise.all(calls))
        if (pieces === 1 && /^HTTP\/1.1 200 [^]*<\/GetCallerIdentityResponse>\s*$/.test(text)) whole += 1;
    }
    expect(whole).toBe(MANY);
  }, 60_000);

  test("injects faults when it is told to, and stops", async () => {
    await emulator.setFaultRate(0.99);
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask("sts", IDENTITY)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503, 400]));
    await emulator.setFaultRate(0);
    expect((await ask("sts", IDENTITY)).status).toBe(200);
  });

  // A client cannot read why HEAD failed: by its status alone it must know that it may try again.
  test("throttles S3 with 503 SlowDown, and HEAD without a body", async () => {
    const asS3 = (method: string) =>
      fetch(`${emulator.endpoint}/a-bucket`, { method, headers: { Authorization: authorization(key(), "s3") } });
    await emulator.setFaultRate(0.99);
    const heads = await Promise.all(Array.from({ length: 10 }, () => asS3("HEAD")));
    const gets = await Promise.all(Array.from({ length: 10 }, async () => (await asS3("GET")).text()));
    await emulator.setFaultRate(0);
    expect(new Set(heads.map(({ status, headers }) => `${status} ${headers.get("content-length") ?? "-"}`))).toEqual(
      new Set(["503 0"]),
    );
    expect(new Set(gets.map((body) => /<Code>(\w+)</.exec(body)?.[1]))).toEqual(
      new Set(["ServiceUnavailable", "SlowDown"]),
    );
  });

  test("refuses a fault rate at which nothing would ever work", async () => {
    await expect(emulator.setFaultRate(1)).rejects.toThrow("fault rate must be at least 0 and below 1, got 1");
  });
});

test("the emulator ends with its parent, however that died", async () => {
  const source = `
    const { startEmulator } = require("./emulator/start");
    const { existingOrganization } = require("./emulator/organization-seed");
    startEmulator({ seed: existingOrganization }).then(({ endpoint }) => console.log(endpoint));`;
  const parent = spawn(process.execPath, ["--import", "tsx", "-e", source], { stdio: ["ignore", "pipe", "inherit"] });
  const [endpoint] = (await once(createInterface(parent.stdout), "line")) as [string];
  expect((await fetch(endpoint)).status).toBeGreaterThan(0);
  parent.kill("SIGKILL");
  await expect(untilGone(endpoint)).resolves.toBe(true);
});

async function untilGone(endpoint: string): Promise<boolean> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      await fetch(endpoint);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
