import { z } from "zod";
import { accountId, roleName } from "./primitives";

const member = z.strictObject({
  /** Account id. */
  id: accountId,
  /**
   * Role that the pipeline assumes in this account, from the management account. It is the default of an ephemeral
   * Terraform variable, so a plan can run with a read-only role and the apply with this one.
   * @default OrganizationAccountAccessRole
   */
  deployRole: roleName.default("OrganizationAccountAccessRole"),
});

export const accounts = z.strictObject({
  /** The organization's management account. The pipeline's own credentials belong to it. */
  management: z.strictObject({
    /** Account id. */
    id: accountId,
  }),
  /** Delegated administrator for root access (IAM) and for GuardDuty. Not the management account. */
  security: member,
  /**
   * Holds the trail's bucket and key, away from the management account.
   * @default the bucket lives in the management account
   */
  logArchive: member.optional(),
});
