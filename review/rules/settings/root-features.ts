import { mustKeepAll } from "./orders";
import { settingRule } from "./setting";

export const rootFeatures = settingRule({
  id: "root-features",
  severity: "critical",
  fires: "central management of root users loses a feature",
  matters: "without it, member accounts keep root users with passwords of their own, or break glass opens nothing",
  gone: { aws_iam_organizations_features: "root users are no longer managed centrally" },
  settings: [
    {
      type: "aws_iam_organizations_features",
      value: "enabled_features",
      weaker: mustKeepAll,
      says: "features of central root access: {}",
    },
  ],
});
