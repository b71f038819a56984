import { z } from "zod";
import { namedOnce } from "../config";
import { readRecord } from "./record-file";

/** The only form of the file that is understood. One that a later release writes has another number. */
const FORM = 1;

const accountId = z.string().regex(/^\d{12}$/, "be an account's id");
/** In UTC, such as 2026-11-30T04:05:24.000Z. */
const time = z.iso.datetime();

/**
 * A key that signs requests to the API. Whoever looks by a credential report sees neither its id nor that of a
 * certificate, and no serial of a device that is not virtual.
 */
const accessKey = z.strictObject({
  id: z.string().nullable(),
  status: z.enum(["Active", "Inactive"]),
  /** Null where AWS does not say. */
  created: time.nullable(),
  /** Null where it was never used, or not since AWS writes it down. */
  lastUsed: time.nullable(),
});

const signingCertificate = z.strictObject({
  id: z.string().nullable(),
  status: z.enum(["Active", "Inactive"]),
  created: time.nullable(),
});

/**
 * `virtual`: an app. `passkey-or-security-key`: FIDO. `hardware-token`: shows codes. `not-virtual`: one of these two; a
 * report does not tell which. `unknown`: a serial of a form that AWS does not document.
 */
const mfaDevice = z.strictObject({
  serial: z.string().nullable(),
  kind: z.enum(["virtual", "passkey-or-security-key", "hardware-token", "not-virtual", "unknown"]),
});

const account = {
  id: accountId,
  name: z.string(),
  /** As Organizations says it: ACTIVE, SUSPENDED, PENDING_CLOSURE, … */
  status: z.string(),
};

/** What the root user of an account holds. */
const lookedAt = z.strictObject({
  ...account,
  /** When it was read. */
  at: time,
  /** `own-credentials`: the caller's, who is in that account. */
  by: z.enum(["root-session", "read-role", "own-credentials"]),
  password: z.boolean(),
  accessKeys: z.array(accessKey),
  signingCertificates: z.array(signingCertificate),
  mfaDevices: z.array(mfaDevice),
  /** Last use of the password or of a key, as far as AWS shows it; null where it shows none. */
  lastActivity: time.nullable(),
});

const notLookedAt = z.strictObject({
  ...account,
  at: time,
  /** Why nothing is known of its root user. */
  notLookedAt: z.string().min(1, "say why"),
});

const invited = z.strictObject({
  /** Id of the invitation. */
  handshake: z.string(),
  /** Null where an e-mail address was invited. */
  account: accountId.nullable(),
  expires: time.nullable(),
});

const auditRecord = z.strictObject({
  version: z.literal(FORM),
  organization: z.string().regex(/^o-[a-z0-9]{10,32}$/, "be an organization's id"),
  managementAccount: accountId,
  /** ARN of whoever looked, and why. */
  caller: z.string(),
  reason: z.string(),
  begun: time,
  /** Null where it was interrupted: accounts are missing. */
  ended: time.nullable(),
  /** By id. */
  accounts: z.array(z.union([lookedAt, notLookedAt])).superRefine(namedOnce("id")),
  /** Invited, and not yet joined: nobody but their owners reaches their root users. @default - not read */
  invited: z.array(invited).optional(),
});

/** What an audit found, and when. Holds ids, never secrets. */
export type AuditRecord = z.infer<typeof auditRecord>;
export type LookedAt = z.infer<typeof lookedAt>;

export type AuditRow = AuditRecord["accounts"][number];
export type AccessKey = z.infer<typeof accessKey>;
export type SigningCertificate = z.infer<typeof signingCertificate>;
export type MfaDevice = z.infer<typeof mfaDevice>;

export const AUDIT_FORM: AuditRecord["version"] = FORM;

/** Whether the root user of an account was seen. */
export const isLookedAt = (row: AuditRow): row is LookedAt => !("notLookedAt" in row);

/** Reads a record. Throws a SessionRefusal for a form that is not known, and for anything missing or added. */
export const readAuditRecord = (file: string): AuditRecord => readRecord(auditRecord, file);
