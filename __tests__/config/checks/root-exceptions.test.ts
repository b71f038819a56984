import { accepts, refuses, type Change } from "../expectations";

const exception = {
  account: "444444444444",
  reason: "S3 MFA Delete",
  from: "2026-12-01T08:00:00Z",
  until: "2026-12-15T08:00:00Z",
};

const change = (...exceptions: readonly object[]): Change => ({
  "guardrails.rootExceptions": exceptions.map((other) => ({ ...exception, ...other })),
});

describe("exceptions from deny-root-user", () => {
  accepts([["14 days to the second", change({})]]);
  refuses([
    [
      "one second more",
      change({ until: "2026-12-15T08:00:01Z" }),
      [
        'guardrails.rootExceptions[0].until must be at most 14 days after from, 2026-12-01T08:00:00Z: a longer task gets a second exception, and a second look, got "2026-12-15T08:00:01Z"',
      ],
    ],
    [
      "an end before the beginning",
      change({ until: "2026-12-01T08:00:00Z" }),
      ['guardrails.rootExceptions[0].until must be later than from, 2026-12-01T08:00:00Z, got "2026-12-01T08:00:00Z"'],
    ],
    [
      "a day that does not exist, and a time of somewhere",
      change({ from: "2026-02-30T08:00:00Z", until: "2026-12-01T08:00:00+01:00" }),
      [
        'guardrails.rootExceptions[0].from must be a day that exists, such as 2026-12-01T08:00:00Z, got "2026-02-30T08:00:00Z"',
        'guardrails.rootExceptions[0].until must be a moment in UTC such as 2026-12-01T08:00:00Z, got "2026-12-01T08:00:00+01:00"',
      ],
    ],
    [
      "two for one account, where the gap between them would be open",
      change({}, { from: "2027-01-01T00:00:00Z", until: "2027-01-02T00:00:00Z" }),
      [
        'guardrails.rootExceptions[1].account must be named once: exception 0 is for it too (take out the one that is over), got "444444444444"',
      ],
    ],
    [
      "one for the management account, from nothing",
      { ...change({ account: "111111111111" }), "guardrails.attach": [] },
      [
        'guardrails.rootExceptions[0].account must be a member account: no service control policy binds the management account\'s root user, got "111111111111"',
        'guardrails.rootExceptions[0] must be left out until guardrails.attach lists deny-root-user or deny-root-sign-in: nothing is denied that it could except, got "111111111111"',
      ],
    ],
  ]);
});

describe("protect-log-archive", () => {
  const attached = { "guardrails.attach": [{ id: "protect-log-archive", targets: ["root"] }] };
  accepts([["where the baseline keeps the record", attached]]);
  refuses([
    [
      "where the buckets lie in the management account",
      { ...attached, "accounts.logArchive": undefined },
      [
        'guardrails.attach[0].id must be left out until accounts.logArchive is set: the buckets lie in the management account, which SCPs never bind, got "protect-log-archive"',
      ],
    ],
    [
      "where the trail is somebody else's",
      { ...attached, auditTrail: { mode: "use", trailName: "other-trail", logGroupName: "other" } },
      [
        'guardrails.attach[0].id must be left out while auditTrail.mode is "use": the configuration does not know the buckets of that trail (name them in a policy of your own, guardrails.files), got "protect-log-archive"',
      ],
    ],
  ]);
});
