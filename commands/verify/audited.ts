import type { Baseline } from "../../config";
import type { AuditedAccount } from "../../evidence/control";
import { isLookedAt, readAuditRecord, type AuditRow, type LookedAt } from "../../root-sessions/audit-record";
import { plural } from "../output/plural";
import { checkOrganizationOf } from "./of-organization";

const counted = (count: number, what: string): readonly string[] => (count === 0 ? [] : [plural(count, what)]);

const leftIn = ({ password, accessKeys, signingCertificates, mfaDevices }: LookedAt): readonly string[] => [
  ...(password ? ["a password"] : []),
  ...counted(accessKeys.length, "access key"),
  ...counted(signingCertificates.length, "signing certificate"),
  ...counted(mfaDevices.length, "MFA device"),
];

const accountOf = (row: AuditRow): AuditedAccount =>
  isLookedAt(row)
    ? { id: row.id, at: row.at, left: leftIn(row) }
    : { id: row.id, at: row.at, left: [], notLookedAt: row.notLookedAt };

/** What an audit found, which must be of the configured organization. */
export function auditedAccounts(file: string, baseline: Baseline): readonly AuditedAccount[] {
  const record = readAuditRecord(file);
  checkOrganizationOf("--audit", record.organization, baseline);
  return record.accounts.map(accountOf);
}
