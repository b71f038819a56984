import { oncePer } from "../../config";
import type { ReviewInput } from "./review-input";
import { canonical, type Change, type Thing } from "./thing";
import type { World } from "./world";

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
  // Without these any two attachments would be one, and what is detached "made anew" elsewhere.
  aws_organizations_policy_attachment: ["policy_id", "target_id"],
  aws_cloudwatch_event_bus_policy: ["event_bus_name"],
  aws_sns_topic_policy: ["arn"],
  aws_sqs_queue_policy: ["queue_url"],
  aws_sns_topic_subscription: ["topic_arn", "protocol", "endpoint"],
  aws_cloudwatch_event_target: ["rule", "event_bus_name", "target_id"],
  aws_cloudwatch_event_rule: ["name", "event_bus_name"],
  aws_cloudwatch_log_metric_filter: ["name", "log_group_name"],
  aws_account_alternate_contact: ["alternate_contact_type"],
  aws_iam_role_policy: ["name", "role"],
  aws_scheduler_schedule: ["name", "group_name"],
  provider: ["alias"],
};

const USUAL = ["bucket", "name", "alarm_name"];

/** Of what a plan removes, it does not say by which provider: then its account and its Region may not be known. */
const agree = (one: string | undefined, other: string | undefined, isNamed: boolean): boolean =>
  one === other || (isNamed && (one === undefined || other === undefined));

function isSame(one: Thing, other: Thing): boolean {
  const keys = IDENTITY[one.type] ?? USUAL;
  const isNamed = keys.length > 0;
  // Two things without a name would be equal in having none: the one that is lost would pass for the one that stays.
  if (isNamed && keys.every((key) => one.values[key] === undefined)) return false;
  return (
    agree(one.account, other.account, isNamed) &&
    agree(one.region, other.region, isNamed) &&
    keys.every((key) => canonical(one.values[key]) === canonical(other.values[key]))
  );
}

/** The thing of a side that is the same as one of the other side. Asked by many rules, searched for once. */
const sameIn = oncePer((world: World) =>
  oncePer((thing: Thing) => world.of(thing.type).find((other) => isSame(other, thing))),
);

/** The same thing on the other side, whatever its address there: a refactoring that destroys and creates is none. */
export const afterOf = ({ before, after }: Change, input: Pick<ReviewInput, "after">): Thing | undefined =>
  before === undefined || after !== undefined ? after : sameIn(input.after)(before);

/** As `afterOf`, the other way round. */
export const beforeOf = ({ before, after }: Change, input: Pick<ReviewInput, "before">): Thing | undefined =>
  after === undefined || before !== undefined ? before : sameIn(input.before)(after);
