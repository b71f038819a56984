import { asText } from "../../../commands/root-sessions/report";
import { ledger, read } from "./reading";
import { act, assumeRole, bystander, DAY, opens, SESSION_KEY } from "./records";

describe("a session", () => {
  it("is joined with its person, its ticket and its calls, in whatever order the records come", async () => {
    for (const records of [DAY, [...DAY].reverse()])
      expect(await ledger(records)).toMatchObject({
        exit: 0,
        realRoot: [],
        sessions: [
          {
            person: "alice@example.com",
            personIsRecorded: true,
            ticket: "INC-4711",
            account: "444444444444",
            task: "unlock-bucket",
            accessKey: SESSION_KEY,
            breakGlass: true,
            mayGoOn: false,
            acts: [{ service: "s3", action: "DeleteBucketPolicy", on: "example", result: "done", count: 1 }],
          },
        ],
      });
  });

  it("counts a record once, however often and to whichever account it was delivered", async () => {
    const copy = opens({ eventID: "copy", userIdentity: { type: "AWSAccount", accountId: "222222222222" } });
    const shared = (eventID: string) => act({ eventID, sharedEventID: "shared", eventName: "GetBucketPolicy" });
    for (const records of [
      [...DAY, act(), copy, shared("a"), shared("b")],
      [copy, shared("b"), shared("a"), act(), ...DAY],
    ]) {
      const { sessions, exit } = await ledger(records);
      expect(sessions.map(({ person, acts }) => [person, acts.map(({ count }) => count)])).toEqual([
        ["alice@example.com", [1, 1]],
      ]);
      expect(exit).toBe(0);
    }
  });

  it("tells results apart, and counts the same ones", async () => {
    const refused = ["a", "b"].map((eventID) => act({ eventID, errorCode: "AccessDenied" }));
    const { sessions } = await ledger([...DAY, ...refused]);
    expect(sessions[0]?.acts.map(({ result, count }) => [result, count])).toEqual([
      ["done", 1],
      ["AccessDenied", 2],
    ]);
  });

  it("takes its person from the AssumeRole record, not from a name that the caller chose", async () => {
    const records = [bystander("08:00:00"), assumeRole(), opens({}, "INC-4711,bob@example.com"), bystander("18:00:00")];
    const [session] = (await ledger(records)).sessions;
    expect(session).toMatchObject({ person: "alice@example.com", claimedPerson: "bob@example.com" });
    const [alone] = (await ledger(records.filter(({ eventName }) => eventName !== "AssumeRole"))).sessions;
    expect(alone).toMatchObject({ person: "bob@example.com", personIsRecorded: false, claimedPerson: null });
  });

  it("without calls is said, and whether the records end too early for them", async () => {
    const opened = [bystander("08:00:00"), assumeRole(), opens()];
    expect(asText(await read([...opened, bystander("10:20:00")]))).toContain("no call found: none was made, or");
    expect(asText(await read([...opened, bystander("10:10:00")]))).toContain("the records end before");
  });

  it("whose record holds no key cannot be joined: that is no 0", async () => {
    const { sessions, exit } = await ledger([...DAY, opens({ eventID: "cut", responseElements: null })]);
    expect(sessions.map(({ accessKey }) => accessKey).sort()).toEqual([SESSION_KEY, null].sort());
    expect(exit).toBe(1);
  });

  it.each([
    [
      "another role",
      { userIdentity: { type: "AssumedRole", arn: "arn:aws:sts::222222222222:assumed-role/Admin/eve" } },
    ],
    [
      "another task than the role's",
      {
        requestParameters: {
          targetPrincipal: "444444444444",
          taskPolicyArn: { arn: "arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials" },
        },
      },
    ],
  ])("that was opened by %s is a no", async (_what, changes) => {
    const { sessions, exit } = await ledger([bystander("08:00:00"), opens(changes), act(), bystander("18:00:00")]);
    expect([sessions[0]?.breakGlass, sessions[0]?.acts.length, exit]).toEqual([false, 1, 2]);
  });

  it("that was refused is a row, once", async () => {
    const refused = opens({ eventID: "refused", responseElements: null, errorCode: "AccessDenied" });
    const { refused: rows, sessions, exit } = await ledger([...DAY, refused, refused]);
    expect(rows).toMatchObject([{ error: "AccessDenied", account: "444444444444", person: "alice@example.com" }]);
    expect([sessions.length, exit]).toEqual([1, 0]);
  });
});
