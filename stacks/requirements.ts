import type { Baseline } from "../config";
import type { Requirement } from "../constructs/organization/organization";

/** What every stack asks of the organization: that it is the configured one, run by the configured account. */
export const isOurs = ({ organization, accounts }: Baseline): readonly Requirement[] => [
  {
    condition: `\${self.id == "${organization.id}"}`,
    errorMessage: `organization.id must be the organization of these credentials, got ${organization.id} in the configuration and \${self.id} from AWS: correct organization.id, or use the credentials of ${accounts.management.id}`,
  },
  {
    condition: `\${self.master_account_id == "${accounts.management.id}"}`,
    errorMessage: `accounts.management.id must be the management account, got ${accounts.management.id} in the configuration and \${self.master_account_id} from AWS`,
  },
  {
    condition: '${self.feature_set == "ALL"}',
    errorMessage:
      "the organization must have all features enabled, got ${self.feature_set}: aws organizations enable-all-features",
  },
];

/**
 * That a service has trusted access. Nothing to ask where the baseline owns the organization: root-access switches it
 * on, and the other stacks still have to plan before that.
 */
export const trusts = ({ organization }: Baseline, servicePrincipal: string): readonly Requirement[] =>
  organization.mode === "owned"
    ? []
    : [
        {
          condition: `\${contains(self.aws_service_access_principals, "${servicePrincipal}")}`,
          errorMessage: `trusted access for ${servicePrincipal} must be on, got \${join(", ", self.aws_service_access_principals)}: aws organizations enable-aws-service-access --service-principal ${servicePrincipal}`,
        },
      ];

/** That a policy type is enabled on the organization's root. Nothing to ask where the baseline owns the organization. */
export const enablesPolicyType = ({ organization }: Baseline, policyType: string): readonly Requirement[] =>
  organization.mode === "owned"
    ? []
    : [
        {
          // Only the management account sees the roots. Any other is refused for what it is, not for what it cannot see.
          condition: `\${contains(try([for type in self.roots[0].policy_types : type.type if type.status == "ENABLED"], ["${policyType}"]), "${policyType}")}`,
          errorMessage: `the policy type ${policyType} must be enabled, got \${jsonencode(try(self.roots[0].policy_types, []))}: aws organizations enable-policy-type --root-id \${join("", try(self.roots[*].id, []))} --policy-type ${policyType}`,
        },
      ];
