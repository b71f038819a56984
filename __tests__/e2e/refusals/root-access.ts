import { existingOrganization } from "../../../emulator/organization-seed";
import { configuration, withRootAccess } from "../../support/configuration";
import { example } from "../../support/examples";
import { organizationWith, trustedAccessWithout } from "./organizations";
import { type Refusal, SECURITY, STRANGER } from "./refusal";

const IAM = "iam.amazonaws.com";

/** What centralized root access asks. */
export const rootAccess: readonly Refusal[] = [
  {
    what: "no trusted access for IAM",
    stack: "root-access",
    seed: organizationWith({ trustedAccess: trustedAccessWithout(IAM) }),
    config: configuration(),
    errors: [
      `trusted access for ${IAM} must be on, got ${trustedAccessWithout(IAM).join(", ")}: aws organizations enable-aws-service-access --service-principal ${IAM}`,
    ],
  },
  {
    what: "another account that administers root access",
    stack: "root-access",
    seed: organizationWith({ delegatedAdministrators: [{ accountId: STRANGER, servicePrincipal: IAM }] }),
    config: configuration(),
    errors: [
      `the delegated administrator for ${IAM} must be ${SECURITY} alone, got ${STRANGER}: name it in accounts.security, or deregister it first (aws organizations deregister-delegated-administrator --service-principal ${IAM} --account-id <id>)`,
    ],
  },
  {
    what: "root access that is used, but administered by nobody",
    stack: "root-access",
    seed: existingOrganization,
    config: withRootAccess({ mode: "use" }),
    errors: [
      `${SECURITY} must be the delegated administrator for ${IAM}, got none: set the mode to "create", or register it (aws organizations register-delegated-administrator --service-principal ${IAM} --account-id ${SECURITY})`,
    ],
  },
  {
    what: "an owned organization with a service that the list would switch off",
    stack: "root-access",
    seed: organizationWith({ trustedAccess: [...trustedAccessWithout(), "backup.amazonaws.com"] }),
    config: example("greenfield"),
    errors: [
      "organization.trustedAccess must list everything that is on today, got a list without account.amazonaws.com, backup.amazonaws.com: add it, or switch it off first (aws organizations disable-aws-service-access --service-principal <it>)",
    ],
  },
  {
    what: "an owned organization with a policy type that the list would switch off",
    stack: "root-access",
    seed: organizationWith({
      trustedAccess: ["sso.amazonaws.com"],
      policyTypes: ["SERVICE_CONTROL_POLICY", "TAG_POLICY"],
    }),
    config: example("greenfield"),
    errors: [
      "organization.policyTypes must list everything that is on today, got a list without TAG_POLICY: add it, or switch it off first (aws organizations disable-policy-type --root-id <r-…> --policy-type <it>)",
    ],
  },
  {
    what: "an owned organization with a policy type that the portable form cannot own",
    stack: "root-access",
    seed: organizationWith({
      trustedAccess: ["sso.amazonaws.com"],
      policyTypes: ["SERVICE_CONTROL_POLICY", "SECURITYHUB_POLICY"],
    }),
    config: example("greenfield"),
    errors: [
      'organization.mode must be "existing" in the portable form, which cannot own an organization with a policy type that AWS provider 5.100 does not know, got SECURITYHUB_POLICY: set it to "existing", or terraform.awsProvider to "6" and list the type in organization.policyTypes (docs/runbooks/changes.md)',
    ],
  },
];
