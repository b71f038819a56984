import { isLookedAt, type AuditRecord, type AuditRow } from "./audit-record";

/** What an audit says of an account. */
export type Verdict = "nothing left" | "credentials left" | "as it must be" | "in danger" | "not looked at";

/**
 * The judgement of a row. A member's root user needs no credential. The management account's keeps its password, and
 * must have MFA and neither key nor certificate.
 */
export function verdictOf(row: AuditRow, managementAccount: string): Verdict {
  if (!isLookedAt(row)) return "not looked at";
  const signs = row.accessKeys.length + row.signingCertificates.length > 0;
  if (row.id === managementAccount) return signs || row.mfaDevices.length === 0 ? "in danger" : "as it must be";
  return signs || row.password || row.mfaDevices.length > 0 ? "credentials left" : "nothing left";
}

const GOOD: readonly Verdict[] = ["nothing left", "as it must be"];

/** Whether the audit is over, and no account has anything left, is in danger, or could not be looked at. */
export const isClean = ({ ended, accounts, managementAccount }: AuditRecord): boolean =>
  ended !== null && accounts.every((row) => GOOD.includes(verdictOf(row, managementAccount)));
