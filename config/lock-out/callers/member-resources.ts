import type { WrittenType } from "../../../catalogue/terraform-writes";
import type { Call } from "../../../proofs/policy";
import type { Blueprint } from "../../blueprint";
import { DETECTOR, KEY } from "./examples";

/** Resources of some types in a member account: they stand on one thing there, in one Region. */
export interface MemberResources {
  readonly account: string;
  readonly region: string;
  readonly resource: string;
  readonly types: readonly WrittenType[];
  readonly context?: Call["context"];
}

/** The break-glass roles: their names and their trust are what break glass is. */
function roles({
  baseline,
  accounts,
  arns,
  names,
  homeRegion,
  detectionsByPath,
}: Blueprint): readonly MemberResources[] {
  const { id: account } = accounts.security;
  const forwards = detectionsByPath.finding.length > 0;
  return [
    ...baseline.rootAccess.breakGlass.tasks.map((task) => arns.breakGlassRole(task)),
    ...(forwards ? [arns.role(account, names.findingForwardRole)] : []),
  ].map((resource) => ({
    account,
    region: homeRegion,
    resource,
    types: ["aws_iam_role", "aws_iam_role_policy"],
  }));
}

/** The rules that forward findings, in every governed Region. */
const forwarders = ({ accounts, names, partition, governedRegions, detectionsByPath }: Blueprint) =>
  governedRegions.flatMap((region) =>
    detectionsByPath.finding.slice(0, 1).map(({ id }): MemberResources => ({
      account: accounts.security.id,
      region,
      resource: `arn:${partition.id}:events:${region}:${accounts.security.id}:rule/${names.forwardRule(id)}`,
      types: ["aws_cloudwatch_event_rule", "aws_cloudwatch_event_target"],
    })),
  );

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
  [roles, detectors, forwarders, archive].flatMap((resources) => resources(blueprint));
