import { arn } from "../../../catalogue/aws/arn";
import type { WrittenType } from "../../../catalogue/aws/terraform-writes";
import type { Call } from "../../../proofs/policy";
import type { Blueprint } from "../../blueprint";
import { DETECTOR, exampleForwardRule, KEY } from "./examples";

/** Resources of some types in a member account: they stand on one thing there, in one Region. */
export interface MemberResources {
  readonly account: string;
  readonly region: string;
  readonly resource: string;
  readonly types: readonly WrittenType[];
  readonly context?: Call["context"];
}

/** The break-glass roles, and the role that forwards: their names and their trust are what they are. */
function roles({
  baseline,
  accounts,
  arns,
  names,
  homeRegion,
  securityForwards,
}: Blueprint): readonly MemberResources[] {
  const { id: account } = accounts.security;
  return [
    ...baseline.rootAccess.breakGlass.tasks.map((task) => arns.breakGlassRole(task)),
    ...(securityForwards ? [arns.role(account, names.findingForwardRole)] : []),
  ].map((resource) => ({ account, region: homeRegion, resource, types: ["aws_iam_role", "aws_iam_role_policy"] }));
}

const RULE_TYPES = ["aws_cloudwatch_event_rule", "aws_cloudwatch_event_target"] as const;

/**
 * The rules that forward what arrives in the security account, at home, and findings in every governed Region; with the
 * queue of what they could not deliver, and its alarm.
 */
function forwarders(blueprint: Blueprint): readonly MemberResources[] {
  const { accounts, arns, homeRegion, governedRegions, names, partition, securityForwards } = blueprint;
  if (!securityForwards) return [];
  const { id: account } = accounts.security;
  const queue = names.deadLetters("threat-detection");
  const of = (service: string, region: string, resource: string) =>
    arn({ partition: partition.id, service, region, account, resource });
  return [...new Set([homeRegion, ...governedRegions])].flatMap((region): readonly MemberResources[] => [
    { account, region, resource: exampleForwardRule(blueprint, region), types: RULE_TYPES },
    { account, region, resource: arns.deadLetters(account, region, "threat-detection"), types: ["aws_sqs_queue"] },
    {
      account,
      region,
      resource: of("cloudwatch", region, `alarm:${queue}-delivery`),
      types: ["aws_cloudwatch_metric_alarm"],
    },
  ]);
}

/** The second channel in the security account: bus, rules, topic, key, and the alarms on what they do not deliver. */
function secondChannel({ baseline, accounts, arns, names, homeRegion }: Blueprint): readonly MemberResources[] {
  const channel = baseline.alerting.secondChannel;
  if (channel === undefined) return [];
  const account = accounts.security.id;
  const name = names.secondChannel;
  const at = (resource: string, types: MemberResources["types"], context?: Call["context"]): MemberResources => ({
    account,
    region: homeRegion,
    resource,
    types,
    ...(context === undefined ? {} : { context }),
  });
  return [
    at(arns.secondBus(), ["aws_cloudwatch_event_bus", "aws_cloudwatch_event_bus_policy"]),
    at(arns.regional("events", account, `rule/${name}/${name}-calls`), RULE_TYPES),
    at(arns.regional("cloudwatch", account, `alarm:${name}`), ["aws_cloudwatch_metric_alarm"]),
    at(arns.deadLetters(account, homeRegion, "alarms"), ["aws_sqs_queue"]),
    at(arns.regional("kms", account, KEY), ["aws_kms_key", "aws_kms_alias"], {
      "kms:ResourceAliases": [`alias/${name}`],
    }),
    at(arns.secondTopic(), [
      "aws_sns_topic",
      "aws_sns_topic_policy",
      ...(channel.subscriptions.length > 0 ? (["aws_sns_topic_subscription"] as const) : []),
    ]),
  ];
}

/** GuardDuty of the organization, in every governed Region. */
const detectors = ({ baseline, accounts, partition, governedRegions }: Blueprint): readonly MemberResources[] =>
  baseline.threatDetection.mode !== "create"
    ? []
    : governedRegions.map((region) => ({
        account: accounts.security.id,
        region,
        resource: `arn:${partition.id}:guardduty:${region}:${accounts.security.id}:${DETECTOR}`,
        types: [
          "aws_guardduty_detector",
          "aws_guardduty_detector_feature",
          "aws_guardduty_organization_configuration",
          "aws_guardduty_organization_configuration_feature",
        ],
      }));

/** The trail's bucket, the bucket of its access logs, and the key. */
function archive({ baseline, accounts, arns, names, homeRegion }: Blueprint): readonly MemberResources[] {
  const account = accounts.ownLogArchive?.id;
  if (account === undefined || baseline.auditTrail.mode !== "create") return [];
  const common = {
    account,
    region: homeRegion,
    types: [
      "aws_s3_bucket",
      "aws_s3_bucket_policy",
      "aws_s3_bucket_versioning",
      "aws_s3_bucket_public_access_block",
      "aws_s3_bucket_ownership_controls",
      "aws_s3_bucket_server_side_encryption_configuration",
      "aws_s3_bucket_lifecycle_configuration",
    ],
  } as const;
  return [
    {
      ...common,
      resource: arns.bucket(names.trailBucket),
      types: [...common.types, "aws_s3_bucket_logging", "aws_s3_bucket_object_lock_configuration"],
    },
    { ...common, resource: arns.bucket(names.accessLogBucket) },
    {
      ...common,
      resource: arns.regional("kms", account, KEY),
      types: ["aws_kms_key", "aws_kms_alias"],
      context: { "kms:ResourceAliases": [names.trailKeyAlias] },
    },
  ];
}

/** Everything that the baseline keeps in member accounts. A test compares it with what the stacks make there. */
export const memberResources = (blueprint: Blueprint): readonly MemberResources[] =>
  [roles, detectors, forwarders, secondChannel, archive].flatMap((resources) => resources(blueprint));
