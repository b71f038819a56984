import { z } from "zod";
import { accountId } from "./primitives";
import { roleName } from "./principals";

const management = z.strictObject({
  /** Account id: 12 digits in quotes. */
  id: accountId,
});

const member = z.strictObject({
  /** Account id: 12 digits in quotes. */
  id: accountId,
  /**
   * Role that the pipeline assumes in this account, from the management account. It is the default of an ephemeral
   * Terraform variable, so a plan can run with a read-only role and the apply with this one. The protecting guardrails
   * always let it through.
   * @default OrganizationAccountAccessRole
   */
  deployRole: roleName.default("OrganizationAccountAccessRole"),
});

export const accounts = z.strictObject({
  /**
   * The organization's management account. The pipeline's own credentials belong to it; trail, alarms and topics live
   * in it. Service control policies never bind it.
   */
  management,
  /** Delegated administrator for root access (IAM) and for GuardDuty. Not the management account. */
  security: member,
  /**
   * Holds the trail's bucket and key, away from the management account. Whoever administers this account, and nobody
   * else, could change the record.
   * @default the bucket lives in the management account
   */
  logArchive: member.optional(),
});
