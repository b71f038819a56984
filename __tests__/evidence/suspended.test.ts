import { rootCredentials } from "../../evidence/controls/root/root-credentials";
import type { AuditedAccount, Subject } from "../../evidence/control";
import { worst } from "../../evidence/item";
import { subject } from "./green";
import { withSnapshot } from "./red";

const ID = "444444444444";
const OF = `${ID} (payments)`;

/** The organization with one account in another state, and what the last audit says of it. */
const withAccount = (status: string, audited?: Partial<AuditedAccount>): Subject => ({
  ...withSnapshot((found) => ({
    ...found,
    accounts: found.accounts.map((each) => (each.id === ID ? { ...each, status } : each)),
  })),
  audit: [
    ...(subject.audit ?? []).filter(({ id }) => id !== ID),
    ...(audited === undefined ? [] : [{ id: ID, at: "2026-11-30T08:00:00Z", left: [], ...audited }]),
  ],
});

const judge = (of: Subject) => rootCredentials.judge(of).find((item) => item.of === OF);

test.each([
  ["nobody looked", undefined],
  ["nobody could look", { notLookedAt: "the account is SUSPENDED" }],
])("a suspended account of which %s has a reason, and takes nothing out of force", (_what, audited) => {
  const of = withAccount("SUSPENDED", audited);
  expect(judge(of)).toMatchObject({
    verdict: "not-applicable",
    says: expect.stringMatching(/^SUSPENDED: .*reopens it$/) as string,
  });
  expect(worst(rootCredentials.judge(of).map(({ verdict }) => verdict))).toBe("in-force");
});

test("what was found in it before is said", () => {
  expect(judge(withAccount("SUSPENDED", { left: ["a password"] }))?.says).toMatch(
    /reopens it\. The last audit found a password \(1 day ago\)$/,
  );
});

test.each(["PENDING_CLOSURE", "PENDING_ACTIVATION", "UNKNOWN"])("one that is %s is no exception", (status) => {
  expect(judge(withAccount(status))?.verdict).toBe("gap");
  expect(judge(withAccount(status, { notLookedAt: "it is not ACTIVE" }))?.verdict).toBe("not-read");
});

test("one that was reopened is judged again", () => {
  expect(judge(withAccount("ACTIVE"))?.verdict).toBe("gap");
});
