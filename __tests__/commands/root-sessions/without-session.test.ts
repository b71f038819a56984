import type { Event } from "../../../catalogue/detection";
import { rootByService, serviceEvent } from "../../../catalogue/detections/sample-calls";
import { ROOT_SIGN_IN } from "../../../catalogue/detections/sample-events";
import { asText } from "../../../commands/root-sessions/report";
import { ledger, read } from "./reading";
import { act, actWith, bystander, CALLER_KEY, DAY, SESSION_KEY } from "./records";

const kinds = async (...records: readonly Event[]) => {
  const { realRoot, openedBeforeRecords, exit } = await ledger([...DAY, ...records]);
  return { realRoot: realRoot.map(({ how }) => how), before: openedBeforeRecords.length, exit };
};

describe("what root did without a session", () => {
  it.each([
    ["a long-term key", actWith("AKIAIOSFODNN7EXAMPLE", "07:00:00", "11:00:00"), "long-term key of the root user"],
    ["a sign-in", ROOT_SIGN_IN, "sign-in"],
    [
      "a session of the console",
      actWith("ASIACONSOLE", "07:59:00", "08:01:00", { sessionCredentialFromConsole: "true" }),
      "session of the console",
    ],
    [
      "a temporary key",
      actWith("ASIAOTHER", "11:00:00", "11:01:00"),
      "temporary key, which no AssumeRoot of these records returned",
    ],
    [
      "a key that was made before the records, and outlived every root session",
      actWith("ASIAOLD", "07:50:00", "08:30:00"),
      "temporary key, used for longer than a root session lasts",
    ],
    ["a key of the caller of AssumeRoot", actWith(CALLER_KEY, "10:00:00", "10:03:00"), "temporary key, which"],
    [
      "no key",
      act({ userIdentity: { type: "Root", accountId: "444444444444" }, eventID: "x" }),
      "no key in the record",
    ],
    [
      "an event of the sign-in service",
      serviceEvent({ ...ROOT_SIGN_IN, eventName: "PasswordRecoveryCompleted" }),
      "sign-in",
    ],
  ])("by %s is a no", async (_what, record, how) => {
    expect(await kinds(record)).toEqual({ realRoot: [expect.stringContaining(how)], before: 0, exit: 2 });
  });

  it("may be a session that was opened before the records: not decided, and no 0", async () => {
    expect(await kinds(actWith("ASIAEARLY", "07:59:00", "08:05:00"))).toEqual({ realRoot: [], before: 1, exit: 1 });
  });

  it("by a service for root is listed, and is no person's act", async () => {
    const answer = await ledger([...DAY, rootByService(act({ eventID: "service" }), "backup.amazonaws.com")]);
    // The key is the session's, so it is part of the session.
    expect(answer.sessions[0]?.acts).toHaveLength(1);
    const other = rootByService(actWith("ASIASERVICE", "11:00:00", "11:01:00"), "backup.amazonaws.com");
    const { services, exit } = await ledger([...DAY, other]);
    expect([services.map(({ how }) => how), exit]).toEqual([["by backup.amazonaws.com"], 0]);
  });

  it("is told with where sessions would be found, where nothing of that account was read", async () => {
    const { realRoot } = await ledger([bystander("08:00:00"), actWith("ASIAOTHER", "11:00:00", "11:01:00")]);
    expect(realRoot[0]?.how).toBe("temporary key; no record of 222222222222 was read, where root sessions are opened");
  });

  it("stands first, and nothing in it can draw on a terminal", async () => {
    const named = { bucketName: "a\u001b[2J\nroot sessions: none" };
    const text = asText(
      await read([...DAY, actWith("AKIAEXAMPLE", "11:00:00", "11:00:00", { requestParameters: named })]),
    );
    expect(text.indexOf("AKIAEXAMPLE")).toBeLessThan(text.indexOf(SESSION_KEY));
    expect(text).toContain(String.raw`a\u001b[2J\u000aroot sessions: none`);
  });
});

describe("--since", () => {
  it("leaves out what was over before, and joins with what was not", async () => {
    const late = act({ eventID: "late", eventTime: "2026-01-15T10:10:00Z" });
    const { sessions } = await ledger([...DAY, late], "2026-01-15T10:05:00Z");
    expect(sessions.map(({ person }) => person)).toEqual(["alice@example.com"]);
    const key = actWith("AKIAIOSFODNN7EXAMPLE", "07:00:00", "11:00:00");
    expect(await ledger([...DAY, key], "2026-01-15T12:00:00Z")).toMatchObject({ sessions: [], realRoot: [], exit: 0 });
  });

  it("never leaves out what has no time", async () => {
    const timeless = actWith("AKIAIOSFODNN7EXAMPLE", "07:00:00", "11:00:00", { eventTime: null });
    expect(await ledger([...DAY, timeless], "2026-01-15T12:00:00Z")).toMatchObject({ realRoot: [{}], exit: 2 });
  });
});
