import { z } from "zod";
import { formed, organizationId, servicePrincipal, uniqueList } from "./primitives";

/** The form only: AWS adds types. Which of them the form of the output can own is a check. */
const policyType = formed(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/, "be a policy type of AWS such as SERVICE_CONTROL_POLICY");

const existing = z.strictObject({
  /** The organization is read, never owned: trusted access and policy types stay as they are. */
  mode: z.literal("existing"),
  /** Id of the organization. A plan against any other organization fails. */
  id: organizationId,
});

const owned = z.strictObject({
  /**
   * The organization resource is imported and managed by this baseline. Terraform's resource is authoritative for
   * trusted access: a service principal that is not listed below is switched off. A plan that would switch off one
   * that is on today is refused.
   */
  mode: z.literal("owned"),
  /** Id of the organization, created with all features before the first deploy. It is imported, never created. */
  id: organizationId,
  /**
   * Every service principal with trusted access, iam, cloudtrail and guardduty among them. Must be complete. Lock-out
   * risk: what is left out is switched off, and its service stops working across the organization.
   */
  trustedAccess: uniqueList(servicePrincipal),
  /**
   * Every policy type that is enabled on the organization's root. Must be complete: a type that is left out is switched
   * off, and its policies are detached everywhere. Types that AWS provider 5.100 does not know, such as
   * SECURITYHUB_POLICY, need `terraform.awsProvider: "6"`.
   */
  policyTypes: uniqueList(policyType),
});

export const organization = z.discriminatedUnion("mode", [existing, owned]);
