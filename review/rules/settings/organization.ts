import { mustKeepAll, mustStay } from "./orders";
import { settingRule } from "./setting";

const type = "aws_organizations_organization";

export const organizationSettings = settingRule({
  id: "organization-settings",
  severity: "critical",
  fires: "the organization itself loses trusted access or a policy type",
  matters:
    "without trusted access a service is switched off in every account; without the type every policy of it is off",
  settings: [
    { type, value: "aws_service_access_principals", weaker: mustKeepAll, says: "trusted access: {}" },
    { type, value: "enabled_policy_types", weaker: mustKeepAll, says: "policy types: {}" },
    { type, value: "feature_set", weaker: mustStay, says: "feature set {}" },
  ],
});
