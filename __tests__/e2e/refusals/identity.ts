import { existingOrganization } from "../../../emulator/organization-seed";
import { configuration, withoutLogArchive } from "../../support/configuration";
import { STACKS } from "../support/stacks";
import { organizationWith } from "./organizations";
import { MANAGEMENT, type Refusal, SECURITY, STRANGER } from "./refusal";

/** The accounts of a configuration that takes another account for the management account. */
const mistaken = withoutLogArchive({ accounts: { management: { id: STRANGER }, security: { id: SECURITY } } });

/** What every stack asks of every organization: all of them the first, one of them the others. */
export const identity: readonly Refusal[] = [
  ...STACKS.map((stack) => ({
    what: "another organization",
    stack,
    seed: organizationWith({ id: "o-anotherone00" }),
    config: configuration(),
    errors: [
      `organization.id must be the organization of these credentials, got o-exampleorgid in the configuration and o-anotherone00 from AWS: correct organization.id, or use the credentials of ${MANAGEMENT}`,
    ],
  })),
  {
    what: "an organization with consolidated billing only",
    stack: "alarms",
    seed: organizationWith({ featureSet: "CONSOLIDATED_BILLING" }),
    config: configuration(),
    errors: [
      "the organization must have all features enabled, got CONSOLIDATED_BILLING: aws organizations enable-all-features",
    ],
  },
  {
    what: "credentials of an account that is not the configured one",
    stack: "root-access",
    seed: existingOrganization,
    config: mistaken,
    errors: [`AWS account ID not allowed: ${MANAGEMENT}`],
  },
  // The others ask as well for what Organizations tells no member: trusted access and delegated administrators.
  ...(["guardrails", "alarms"] as const).map((stack) => ({
    what: "a configured account that does not manage the organization",
    stack,
    seed: existingOrganization,
    caller: STRANGER,
    config: mistaken,
    errors: [
      `accounts.management.id must be the management account, got ${STRANGER} in the configuration and ${MANAGEMENT} from AWS`,
    ],
  })),
];
