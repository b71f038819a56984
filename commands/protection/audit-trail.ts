import type { AuditTrailFacts, LogGroupFacts, TrailFacts } from "../../organization/audit-trail";
import type { BucketFacts } from "../../organization/services/buckets";
import type { Parts } from "../../organization/clients/reading";
import { line, read } from "./lines";

/** What holds, or in capitals that it does not. */
const either = (holds: boolean, yes: string, no: string): string => (holds ? yes : no);

const trailText = (trail: TrailFacts): string =>
  [
    either(trail.logging, "logging", "NOT LOGGING"),
    either(trail.organization, "whole organization", "ONE ACCOUNT ONLY"),
    either(trail.multiRegion, "every Region", "ONE REGION ONLY"),
    either(trail.validated, "validated", "NOT VALIDATED"),
    either(trail.keyArn !== undefined, "encrypted", "NO KEY OF ITS OWN"),
  ].join(", ");

const logGroupText = ({ name, retentionDays, keyArn }: LogGroupFacts): string =>
  `${name}: ${retentionDays === undefined ? "kept for ever" : `kept ${retentionDays} days`}, ${either(keyArn !== undefined, "encrypted", "no key of its own")}`;

function bucketLines(label: string, bucket: BucketFacts | undefined): readonly string[] {
  if (bucket === undefined) return [];
  const { name, versioning, objectLock, lifecycleRules, publicAccessBlock, encryption } = bucket;
  const expiry = lifecycleRules.find(({ Expiration }) => Expiration?.Days !== undefined)?.Expiration?.Days;
  const isPrivate = Object.values(publicAccessBlock).every(Boolean);
  const protection = [
    ...(objectLock?.mode === undefined ? [] : [`locked ${objectLock.days} days (${objectLock.mode})`]),
    expiry === undefined ? "never expires" : `expires after ${expiry} days`,
    either(versioning === "Enabled", "versioned", "NOT VERSIONED"),
    either(encryption?.keyArn !== undefined, "own key", "S3's key"),
    either(isPrivate, "never public", "CAN BE MADE PUBLIC"),
  ];
  return [line(label, name), line("", protection.join(", "))];
}

/** The key's account stands in its ARN. */
const keyText = ({ alias, arn, rotation }: AuditTrailFacts["keys"][number]): string =>
  `${alias} in ${arn.split(":")[4]}, ${either(rotation, "rotates every year", "DOES NOT ROTATE")}`;

export const showAuditTrail = (parts: Parts<AuditTrailFacts>): readonly string[] => [
  ...read("trail", parts.trail, (trail) => [
    line("trail", trail === undefined ? "NONE" : `${trail.name}: ${trailText(trail)}`),
  ]),
  ...read("log group", parts.logGroup, (logGroup) => [
    line("log group", logGroup === undefined ? "NONE" : logGroupText(logGroup)),
  ]),
  ...read("bucket", parts.bucket, (bucket) => bucketLines("bucket", bucket)),
  ...read("its access logs", parts.accessLogBucket, (bucket) => bucketLines("its access logs", bucket)),
  ...read("key", parts.keys, (keys) => keys.map((key) => line("key", keyText(key)))),
];
