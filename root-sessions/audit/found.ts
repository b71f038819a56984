import type { LookedAt } from "../audit-record";

/** What was found of a root user, without saying of which account. */
export type Found = Pick<LookedAt, "password" | "accessKeys" | "signingCertificates" | "mfaDevices" | "lastActivity">;

/** A time as a record holds it. */
export const written = (time: Date | undefined): string | null => time?.toISOString() ?? null;

/** The last of some times; null where there is none. */
export const latest = (times: readonly (string | null)[]): string | null =>
  times
    .filter((time) => time !== null)
    .sort()
    .at(-1) ?? null;
