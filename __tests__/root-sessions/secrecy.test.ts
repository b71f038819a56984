import { IAMClient } from "@aws-sdk/client-iam";
import { inspect } from "node:util";
import { rootTask } from "../../catalogue/aws/root-tasks";
import { RootSession } from "../../root-sessions/root-session";
import { sessionName } from "../../root-sessions/session-name";

const SECRETS = { secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", sessionToken: "a-token-of-the-session" };
const session = new RootSession({
  account: "444444444444",
  task: rootTask("audit"),
  region: "us-east-1",
  credentials: { accessKeyId: "ASIAIOSFODNN7EXAMPLE", ...SECRETS },
  env: {},
});
const deeply = (value: unknown): string => inspect(value, { depth: Infinity, showHidden: true });

test("nothing that prints a session, or a client of it, shows its credentials", () => {
  const said = [JSON.stringify(session), deeply(session), deeply(session.client(IAMClient).config)];
  for (const text of said) for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
  expect(JSON.parse(said[0] ?? "")).toMatchObject({ account: "444444444444", task: "audit" });
});

test("who asks for the credentials gets them, and so do its clients", async () => {
  expect(session.revealed()).toMatchObject(SECRETS);
  expect(await session.client(IAMClient).config.credentials()).toMatchObject(SECRETS);
});

describe("the name of a session", () => {
  it.each([
    ["jane@example.com", "INC-1234", "INC-1234,jane@example.com"],
    ["jane", "why not: a (ticket)?", "why-not-a-ticket,jane"],
    ["jane", "???", "jane"],
    ["", "INC-1", "INC-1,unknown"],
  ])("%j, %j", (person, reason, expected) => {
    expect(sessionName(person, reason)).toBe(expected);
  });

  it("leads to both where they are long, in the characters that AWS takes", () => {
    const name = sessionName("someone.with.a.very.long.name@subsidiary.example.com", "x".repeat(80));
    expect(name).toMatch(/^[\w+=,.@-]{2,64}$/);
    expect(name).toMatch(/^x{39},someone\.with\.a\.very\.long$/);
  });
});
