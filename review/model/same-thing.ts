import type { ReviewInput } from "./review-input";
import { canonical, type Change, type Thing } from "./thing";

/** Attributes that make a thing what it is, where its type has no name of its own. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  aws_guardduty_detector: [],
  aws_guardduty_detector_feature: ["name"],
  aws_guardduty_organization_admin_account: [],
  aws_guardduty_organization_configuration: [],
  aws_guardduty_organization_configuration_feature: ["name"],
  aws_iam_organizations_features: [],
  aws_kms_key: ["key_id"],
  aws_organizations_delegated_administrator: ["account_id", "service_principal"],
  aws_organizations_organization: [],
  aws_sns_topic_subscription: ["topic_arn", "protocol", "endpoint"],
  aws_cloudwatch_event_target: ["rule", "event_bus_name", "target_id"],
  aws_cloudwatch_event_rule: ["name", "event_bus_name"],
  aws_cloudwatch_log_metric_filter: ["name", "log_group_name"],
  aws_account_alternate_contact: ["alternate_contact_type"],
  aws_iam_role_policy: ["name", "role"],
  provider: ["alias"],
};

const USUAL = ["bucket", "name", "alarm_name"];

/** Of what a plan removes, it does not say by which provider: then its account and its Region may not be known. */
const agree = (one: string | undefined, other: string | undefined, isNamed: boolean): boolean =>
  one === other || (isNamed && (one === undefined || other === undefined));

function isSame(one: Thing, other: Thing): boolean {
  const keys = IDENTITY[one.type] ?? USUAL;
  const isNamed = keys.length > 0;
  return (
    agree(one.account, other.account, isNamed) &&
    agree(one.region, other.region, isNamed) &&
    keys.every((key) => canonical(one.values[key]) === canonical(other.values[key]))
  );
}

/** The same thing on the other side, whatever its address there: a refactoring that destroys and creates is none. */
export function afterOf({ before, after }: Change, input: ReviewInput): Thing | undefined {
  if (before === undefined || after !== undefined) return after;
  return input.after.of(before.type).find((other) => isSame(other, before));
}

/** As `afterOf`, the other way round. */
export function beforeOf({ before, after }: Change, input: ReviewInput): Thing | undefined {
  if (after === undefined || before !== undefined) return before;
  return input.before.of(after.type).find((other) => isSame(other, after));
}
