import type { Parts } from "../../organization/clients/reading";

/** When everything in a test was read. */
export const AT = "2026-12-01T08:00:00.000Z";

/** Facts of which every part was read. A part that AWS does not have has to be named, as undefined. */
export const asRead = <Facts extends object>(facts: {
  readonly [Part in keyof Required<Facts>]: Facts[Part];
}): Parts<Facts> =>
  Object.fromEntries(
    Object.entries(facts).map(([part, value]) => [part, { at: AT, value }]),
  ) as unknown as Parts<Facts>;

/** A part that AWS refused. */
export const refused = (what = "AccessDenied from IAM ListRoles in 222222222222 (us-east-1)") => ({
  at: AT,
  unread: `the AWS credentials must be allowed to read this, got ${what}`,
  cause: new Error(what),
});
