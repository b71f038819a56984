import type { IAMClient } from "@aws-sdk/client-iam";
import type { LookedAt } from "../../root-sessions/audit-record";
import { credentialsOf } from "../../root-sessions/removal/credentials";
import { removeCredentials } from "../../root-sessions/removal/remove";
import type { Removed } from "../../root-sessions/removal/record";
import { recentUses } from "../../root-sessions/removal/uses";
import { SessionRefusal } from "../../root-sessions/refusal";

const NOW = new Date("2026-11-30T00:00:00.000Z");
const daysAgo = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const [KEY, OTHER] = ["AKIAIOSFODNN7EXAMPLE", "AKIAI44QH8DHBEXAMPLE"];
const SERIAL = "arn:aws:iam::444444444444:mfa/root-account-mfa-device";

const key = (id: string, lastUsed: string | null) => ({ id, status: "Active" as const, created: null, lastUsed });
const FOUND: LookedAt = {
  ...{ id: "444444444444", name: "payments", status: "ACTIVE", at: daysAgo(0), by: "root-session", password: true },
  accessKeys: [key(KEY, null), key(OTHER, daysAgo(100))],
  signingCertificates: [{ id: "CERTIFICATE", status: "Active", created: null }],
  mfaDevices: [{ serial: SERIAL, kind: "virtual" }],
  lastActivity: daysAgo(100),
};

/** An error as AWS answers it. */
const refusal = (name: string, httpStatusCode: number): Error =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });

/** Removes all of it where these calls fail; the calls, what became of each, and what was told before each. */
async function removed(failing: Readonly<Record<string, Error>> = {}, stopAfter = "") {
  const stop = new AbortController();
  const calls: string[] = [];
  const written: string[] = [];
  const iam = {
    send: ({ constructor }: object) => {
      const name = constructor.name.replace("Command", "");
      calls.push(name);
      expect(written.at(-1)).toMatch(/removing$/);
      if (name === stopAfter) stop.abort();
      return failing[name] === undefined ? Promise.resolve({}) : Promise.reject(failing[name]);
    },
  } as unknown as IAMClient;
  const tell = (all: readonly Removed[]) => written.push(all.map(({ state }) => state).join(" "));
  const removing = { account: FOUND.id, iam, signal: stop.signal, tell };
  const all = await removeCredentials(credentialsOf(FOUND), removing);
  return { calls, states: all.map(({ kind, state }) => `${kind} ${state}`), written };
}

const ALL = ["password", "access-key", "access-key", "signing-certificate", "mfa-device", "unassigned-device"];

test("the password goes first, MFA last, and each is written down before it is tried", async () => {
  const { calls, states } = await removed();
  expect(calls).toEqual([
    ...["DeleteLoginProfile", "DeleteAccessKey", "DeleteAccessKey", "DeleteSigningCertificate"],
    ...["DeactivateMFADevice", "DeleteVirtualMFADevice"],
  ]);
  expect(states).toEqual(ALL.map((kind) => `${kind} removed`));
});

test.each([
  ["refuses the password", { DeleteLoginProfile: refusal("AccessDenied", 403) }, "password kept"],
  [
    "does not answer for a certificate",
    { DeleteSigningCertificate: refusal("TimeoutError", 0) },
    "signing-certificate unanswered",
  ],
])("MFA stays where AWS %s", async (_what, failing, state) => {
  const { calls, states } = await removed(failing);
  expect(states).toEqual(expect.arrayContaining([state, "mfa-device kept"]));
  expect(calls).not.toEqual(expect.arrayContaining(["DeactivateMFADevice"]));
  expect(calls.filter((call) => call === "DeleteAccessKey")).toHaveLength(2);
});

test("what is gone already is no refusal", async () => {
  const { states } = await removed({ DeleteLoginProfile: refusal("NoSuchEntityException", 404) });
  expect(states).toEqual(["password gone", ...ALL.slice(1).map((kind) => `${kind} removed`)]);
});

test("a device that AWS does not delete stays, and all else is removed", async () => {
  const { states } = await removed({ DeleteVirtualMFADevice: refusal("AccessDenied", 403) });
  expect(states.slice(-2)).toEqual(["mfa-device removed", "unassigned-device kept"]);
});

test("a signal lets the call end that is begun, and begins no other", async () => {
  expect((await removed({}, "DeleteLoginProfile")).states).toEqual(["password removed"]);
});

test("a record that cannot be written ends the removal before the call", async () => {
  const send = jest.fn();
  const tell = () => {
    throw new SessionRefusal("the disk is full");
  };
  const removing = {
    account: FOUND.id,
    iam: { send } as unknown as IAMClient,
    signal: new AbortController().signal,
    tell,
  };
  await expect(removeCredentials(credentialsOf(FOUND), removing)).rejects.toThrow("the disk is full");
  expect(send).not.toHaveBeenCalled();
});

describe("what counts as used in the last 90 days", () => {
  const PASSWORD = ["the password was used on 2026-09-02"];
  it.each<[string, Partial<LookedAt>, readonly unknown[]]>([
    ["nothing that was used before", {}, []],
    ["the password on the 89th day", { lastActivity: daysAgo(89) }, PASSWORD],
    ["not the password on the 90th", { lastActivity: daysAgo(90) }, []],
    ["no password that is not there", { password: false, lastActivity: daysAgo(1) }, []],
    [
      "a key, which tells of the last activity, too",
      { accessKeys: [key(KEY, daysAgo(89))], lastActivity: daysAgo(89) },
      [`key ${KEY} was used on 2026-09-02`],
    ],
    [
      "both, where the password was used last",
      { accessKeys: [key(KEY, daysAgo(89))], lastActivity: daysAgo(1) },
      ["the password was used on 2026-11-29", `key ${KEY} was used on 2026-09-02`],
    ],
  ])("%s", (_what, more, expected) => {
    expect(recentUses({ ...FOUND, ...more }, NOW)).toEqual(expected);
  });
});
