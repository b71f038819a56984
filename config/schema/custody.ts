import { z } from "zod";
import { formed, isoDate, uniqueList } from "./primitives";

/** A role in your company, not a person: "Head of Platform". */
const holder = formed(/\S/, "name a role").max(100, "have at most 100 characters");

const mfaDevice = z.strictObject({
  /** Who keeps the device: a role in your company, not a person. */
  holder,
  /** A business uses hardware keys; a virtual device is better than none. */
  kind: z.enum(["hardware", "virtual"]),
});

/**
 * Who holds what of the management account's root user. Kept for the auditor: nothing of it reaches Terraform, and no
 * date is compared with today, so output does not change by itself.
 */
export const custody = z.strictObject({
  /**
   * MFA devices of the root user: two to eight, with at least two holders. Lock-out risk: with one device, losing it
   * means an account recovery with AWS Support.
   */
  mfaDevices: z.array(mfaDevice).min(2, "name at least two devices").max(8, "name at most eight, as AWS allows"),
  /** Who can read the root password. Nobody who holds an MFA device or the mailbox. */
  password: uniqueList(holder).min(1, "name at least one holder"),
  /** Who reads the root mailbox and answers the recovery phone. Nobody who holds an MFA device or the password. */
  mailboxAndPhone: uniqueList(holder).min(1, "name at least one holder"),
  /** Day of the last review of this list. */
  lastReviewed: isoDate,
  /**
   * Day on which a break-glass task was last rehearsed.
   * @default never
   */
  lastDrill: isoDate.optional(),
});
