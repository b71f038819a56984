import { mustKeepAll, mustStay, mustStayOn, ranked } from "./orders";
import { settingRule } from "./setting";
import { canonical, isValues, Unknown, type Values } from "../../model/thing";

const MEMBERS = ranked(null, "NONE", "NEW", "ALL");

/** Which agents of a plan are on: `EKS_ADDON_MANAGEMENT`. */
const agents =
  (key: "status" | "auto_enable") =>
  ({ values }: { readonly values: Values }): readonly string[] =>
    (Array.isArray(values["additional_configuration"]) ? (values["additional_configuration"] as readonly Values[]) : [])
      .filter((each) => each[key] !== "DISABLED" && each[key] !== "NONE")
      .map((each) => canonical([each["name"], each[key]]));

const keepsAgents = (before: unknown, after: unknown): boolean =>
  !(before as readonly string[]).every((each) => (after as readonly string[]).includes(each));

/** The data sources of a detector that are on, by their paths: what its features say is repeated there. */
function sources(value: unknown, path = ""): readonly string[] {
  if (!isValues(value)) return value === true ? [path] : [];
  return Object.entries(value).flatMap(([key, inner]) => sources(inner, /^\d+$/.test(key) ? path : `${path}/${key}`));
}

export const guarddutyMembers = settingRule({
  id: "guardduty-members",
  severity: "critical",
  fires: "GuardDuty is switched on in fewer accounts of the organization than before",
  matters: "an account without a detector produces no finding, whatever happens in it",
  gone: { aws_guardduty_organization_configuration: "GuardDuty is no longer switched on in members" },
  settings: [
    {
      type: "aws_guardduty_organization_configuration",
      value: "auto_enable_organization_members",
      weaker: MEMBERS,
      says: "GuardDuty members: {}",
    },
  ],
});

export const guarddutyFeature = settingRule({
  id: "guardduty-feature",
  severity: "high",
  fires: "a protection plan of GuardDuty is switched off, or on in fewer accounts",
  matters: "its findings stop without a sound",
  gone: {
    aws_guardduty_detector_feature: "the protection plan is no longer looked after: it stays as somebody leaves it",
    aws_guardduty_organization_configuration_feature:
      "the protection plan is no longer looked after in members: it stays as somebody leaves it",
  },
  settings: [
    {
      type: "aws_guardduty_detector_feature",
      value: "status",
      weaker: ranked(null, "DISABLED", "ENABLED"),
      says: "protection plan {}",
    },
    {
      type: "aws_guardduty_organization_configuration_feature",
      value: "auto_enable",
      weaker: MEMBERS,
      says: "protection plan in members: {}",
    },
    {
      type: "aws_guardduty_detector_feature",
      value: agents("status"),
      weaker: keepsAgents,
      says: "an agent is switched off: {}",
    },
    {
      type: "aws_guardduty_organization_configuration_feature",
      value: agents("auto_enable"),
      weaker: keepsAgents,
      says: "an agent is switched off in members: {}",
    },
  ],
});

export const guarddutyDetector = settingRule({
  id: "guardduty-detector",
  severity: "critical",
  fires: "a detector is suspended, publishes later, or is administered by another account",
  matters: "a suspended detector sees nothing; findings that another account administers do not reach you",
  gone: { aws_guardduty_organization_admin_account: "GuardDuty has no delegated administrator" },
  settings: [
    { type: "aws_guardduty_detector", value: "enable", weaker: mustStayOn, says: "GuardDuty is suspended" },
    {
      type: "aws_guardduty_detector",
      value: ({ values: { datasources } }) => (datasources instanceof Unknown ? datasources : sources(datasources)),
      weaker: mustKeepAll,
      says: "a data source is switched off: {}",
      severity: "high",
    },
    {
      type: "aws_guardduty_detector",
      value: "finding_publishing_frequency",
      weaker: ranked("SIX_HOURS", "ONE_HOUR", "FIFTEEN_MINUTES"),
      says: "updated findings are published {}",
      severity: "medium",
    },
    {
      type: "aws_guardduty_organization_admin_account",
      value: "admin_account_id",
      weaker: mustStay,
      says: "GuardDuty's delegated administrator: {}",
    },
  ],
});
