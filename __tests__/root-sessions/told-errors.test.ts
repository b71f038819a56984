import { GetUserCommand, IAMClient } from "@aws-sdk/client-iam";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import example from "../../baseline.config";
import { rootTask } from "../../catalogue/aws/root-tasks";
import { sentenceOf } from "../../commands/contract/mistake";
import { parseConfig } from "../../config";
import { rootSessions } from "../../root-sessions";
import { readInSession } from "../../root-sessions/audit/in-session";
import { RootSession } from "../../root-sessions/root-session";

/** In no list of ours, and not to be tried again. */
const UNLISTED = "<ErrorResponse><Error><Code>NewRefusal</Code><Message>not today</Message></Error></ErrorResponse>";
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

let server: Server;
let body = UNLISTED;
let env: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(400, { "content-type": "text/xml" }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  env = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY: SECRET,
  };
});
beforeEach(() => (body = UNLISTED));
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
});

const session = (): RootSession =>
  new RootSession({
    ...{ account: "444444444444", task: rootTask("delete-credentials"), region: "us-east-1", env },
    credentials: { accessKeyId: "ASIAIOSFODNN7EXAMPLE", secretAccessKey: SECRET, sessionToken: "a-token" },
  });

/** What a person is told of an error; undefined is a stack trace. */
const toldOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  sentenceOf(
    await work.then(
      () => new Error("it must fail"),
      (error: unknown) => error,
    ),
  );

describe("an error that no list of ours has", () => {
  it.each([
    ["that AWS gives a name", UNLISTED, "not today"],
    ["that is no answer of AWS", "<html>a proxy</wrong>", ""],
  ])("%s is told with its call and account", async (_what, answer, said) => {
    body = answer;
    const own = await toldOf(rootSessions(parseConfig(example), { task: "audit", reason: "x" }, env));
    expect(own).toContain("STS GetCallerIdentity in the caller's account (us-east-1)");
    const inSession = await toldOf(session().client(IAMClient).send(new GetUserCommand({})));
    expect(inSession).toContain("IAM GetUser in 444444444444 (us-east-1)");
    const read = await toldOf(readInSession("444444444444", session().client(IAMClient)));
    expect(read).toMatch(/^iam:\w+ in account 444444444444 must succeed \(no policy may deny it to the root session\)/);
    for (const text of [own, inSession, read]) {
      expect(text).toContain(said);
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain("a-token");
    }
  });
});
