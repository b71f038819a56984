import type { Blueprint } from "../../blueprint";
import { made, type Made, type MustPass } from "../call";
import { KEY } from "./examples";

/** A call of a service: what it does to what, with what AWS says of its source. */
type Delivered = readonly [action: string, resource: string, context?: Made["context"]];

/** The log archive account where the baseline makes a bucket and a key in it; nothing binds the management account. */
const archiveOf = ({ accounts, baseline }: Blueprint): string | undefined =>
  baseline.auditTrail.mode === "create" ? accounts.ownLogArchive?.id : undefined;

function delivered(
  blueprint: Blueprint,
  [who, service, loss]: readonly [string, string, string],
  source: Made["context"],
  calls: readonly Delivered[],
): readonly MustPass[] {
  const account = archiveOf(blueprint);
  if (account === undefined) return [];
  return calls.map(([action, resource, context]) =>
    made(blueprint, {
      who,
      loss,
      principal: { type: "service", service },
      action,
      resource,
      owner: account,
      account,
      signIn: "service",
      context: { "aws:SourceOrgID": blueprint.baseline.organization.id, ...source, ...context },
    }),
  );
}

/**
 * CloudTrail delivers into the log archive: it looks at the bucket's ACL, encrypts with the key and writes. Resource
 * control policies bind AWS services too. Source: CloudTrail User Guide, bucket policy and key policy of a trail.
 */
export function trailDelivery(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns, names, baseline } = blueprint;
  const bucket = arns.bucket(names.trailBucket);
  const key = arns.regional("kms", accounts.logArchive.id, KEY);
  const encrypted = { "kms:EncryptionContext:aws:cloudtrail:arn": arns.trail() };
  const alias = { "kms:ResourceAliases": [names.trailKeyAlias] };
  return delivered(
    blueprint,
    ["CloudTrail", "cloudtrail.amazonaws.com", "the record no longer arrives in its bucket"],
    { "aws:SourceArn": arns.trail(), "aws:SourceAccount": accounts.management.id },
    [
      [
        "s3:PutObject",
        `${bucket}/AWSLogs/${baseline.organization.id}/CloudTrail/file.json.gz`,
        { "s3:x-amz-acl": "bucket-owner-full-control" },
      ],
      ["s3:GetBucketAcl", bucket],
      ["kms:GenerateDataKey", key, { ...encrypted, ...alias }],
      ["kms:Decrypt", key, { ...encrypted, ...alias }],
      ["kms:DescribeKey", key, alias],
    ],
  );
}

/** S3 writes the access logs of the trail's bucket. Source: Amazon S3 User Guide, permissions for log delivery. */
export function accessLogDelivery(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns, names } = blueprint;
  return delivered(
    blueprint,
    ["S3's log delivery", "logging.s3.amazonaws.com", "nobody sees who reads the record"],
    { "aws:SourceArn": arns.bucket(names.trailBucket), "aws:SourceAccount": accounts.logArchive.id },
    [["s3:PutObject", arns.bucket(`${names.accessLogBucket}/${names.trailBucket}/log`)]],
  );
}
