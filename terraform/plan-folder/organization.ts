import { z } from "zod";
import { parsed } from "./manifest";

const unit = z.strictObject({
  id: z.string().regex(/^ou-/, "be a unit's id"),
  name: z.string(),
  /** As a configuration writes it: names from below the root, such as `Workloads/Prod`. */
  path: z.string(),
  /** Id of the unit or the root above. */
  parent: z.string(),
});

const account = z.strictObject({
  id: z.string().regex(/^\d{12}$/, "be an account's id"),
  name: z.string(),
  /** As Organizations says it: ACTIVE, SUSPENDED, PENDING_CLOSURE, … */
  status: z.string(),
  /** Id of the unit or the root in which it lies. */
  unit: z.string(),
});

const policy = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.enum(["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]),
  awsManaged: z.boolean(),
  /** The policy as AWS keeps it. */
  text: z.string(),
  /** Ids of the root, the units and the accounts that it is attached to. */
  targets: z.array(z.string()),
});

const organization = z.strictObject({
  id: z.string(),
  managementAccount: z.string(),
  root: z.string().regex(/^r-/, "be the root's id"),
  /** A unit stands after the one above it. */
  units: z.array(unit),
  accounts: z.array(account),
  /** Every policy that is attached or not, whoever made it. */
  policies: z.array(policy),
});

/** The live organization as it was when the plans were made. Holds no e-mail address. */
export type OrganizationSnapshot = z.infer<typeof organization>;

export const parseOrganization = (value: unknown): OrganizationSnapshot =>
  parsed(organization, "organization.json", value);
