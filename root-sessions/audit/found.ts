import type { ListedAccount } from "../../organization/tree/accounts";
import type { AuditRow, LookedAt } from "../audit-record";

/** What was found of a root user, without saying of which account. */
export type Found = Pick<LookedAt, "password" | "accessKeys" | "signingCertificates" | "mfaDevices" | "lastActivity">;

/** What a record says of an account that was seen now. */
export const seen = ({ id, name, status }: ListedAccount, by: LookedAt["by"], found: Found): LookedAt => ({
  ...{ id, name, status, at: new Date().toISOString(), by },
  ...found,
});

/** What a record says of an account of which nothing is known. */
export const unseen = ({ id, name, status }: ListedAccount, why: string): AuditRow => ({
  ...{ id, name, status, at: new Date().toISOString() },
  notLookedAt: why,
});

/** A time as a record holds it. */
export const written = (time: Date | undefined): string | null => time?.toISOString() ?? null;

/** The last of some times; null where there is none. */
export const latest = (times: readonly (string | null)[]): string | null =>
  times
    .filter((time) => time !== null)
    .sort()
    .at(-1) ?? null;
