import { controlTowerOrganization, existingOrganization } from "../../../emulator/organization-seed";
import { configuration } from "../../support/configuration";
import { example } from "../../support/examples";
import { trustedAccessWithout } from "./organizations";
import { type Refusal, SECURITY, STRANGER } from "./refusal";

const GUARDDUTY = "guardduty.amazonaws.com";
const notRegistered = `${SECURITY} must be the delegated administrator for ${GUARDDUTY}, got none: set the mode to "create", or register it (aws organizations register-delegated-administrator --service-principal ${GUARDDUTY} --account-id ${SECURITY})`;

/** What GuardDuty that is created or used asks. */
export const threatDetection: readonly Refusal[] = [
  {
    what: "another account that administers GuardDuty",
    stack: "threat-detection",
    seed: { ...existingOrganization, guardDutyAdministrator: { accountId: STRANGER, regions: ["us-east-1"] } },
    config: configuration(),
    errors: [
      `the delegated administrator for ${GUARDDUTY} must be ${SECURITY} alone, got ${STRANGER}: name it in accounts.security, or deregister it first (aws organizations deregister-delegated-administrator --service-principal ${GUARDDUTY} --account-id <id>)`,
    ],
  },
  {
    what: "GuardDuty that is used, but administered by nobody",
    stack: "threat-detection",
    seed: { ...controlTowerOrganization, detectors: [], guardDutyAdministrator: undefined },
    config: example("control-tower"),
    errors: [notRegistered],
  },
  {
    what: "GuardDuty that is used, without trusted access",
    stack: "threat-detection",
    seed: {
      ...controlTowerOrganization,
      organization: { ...controlTowerOrganization.organization, trustedAccess: trustedAccessWithout(GUARDDUTY) },
      detectors: [],
      guardDutyAdministrator: undefined,
    },
    config: example("control-tower"),
    errors: [
      notRegistered,
      `trusted access for ${GUARDDUTY} must be on, got ${trustedAccessWithout(GUARDDUTY).join(", ")}: aws organizations enable-aws-service-access --service-principal ${GUARDDUTY}`,
    ],
  },
];
