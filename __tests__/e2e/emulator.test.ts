import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { describeE2E } from "./support/describe-e2e";

/** One signed-looking request of the query protocol; the emulator reads the key and does not check the signature. */
async function call(
  endpoint: string,
  key: string,
  service: string,
  parameters: Record<string, string>,
): Promise<Response> {
  const scope = `${key}/20260101/us-east-1/${service}/aws4_request`;
  const Authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
  return fetch(endpoint, { method: "POST", headers: { Authorization }, body: new URLSearchParams(parameters) });
}

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
  }, 20_000);

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
    const asRoot = async (service: string, Action: string) => {
      const answer = await call(emulator.endpoint, session, service, { Action, Version: "2010-05-08" });
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await asRoot("sts", "GetCallerIdentity")).toContain("arn:aws:iam::666666666666:root");
    expect(await asRoot("iam", "ListAccessKeys")).toMatch(/^200 [^]*<AccessKeyId>AKIA/);
    expect(await asRoot("iam", "DeleteLoginProfile")).toMatch(/^403 /);
  });

  test("injects faults when it is told to, and stops", async () => {
    await emulator.setFaultRate(0.99);
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask("sts", IDENTITY)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503, 400]));
    await emulator.setFaultRate(0);
    expect((await ask("sts", IDENTITY)).status).toBe(200);
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
}, 20_000);

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
