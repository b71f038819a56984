import { names } from "../names";
import { callAt, type Circumstances, type MustPass, type Read } from "./must-pass";

/** CloudTrail delivers into the log archive. Resource control policies bind AWS services too. */
export function delivery(baseline: Read, at: Circumstances): readonly MustPass[] {
  const { accounts, auditTrail, organization } = baseline;
  if (accounts.logArchive === undefined || auditTrail.mode !== "create") return [];
  const { trailBucket, trail } = names(baseline);
  const file = `arn:${at.partition}:s3:::${trailBucket}/AWSLogs/${organization.id}/CloudTrail/file.json.gz`;
  const context = {
    "aws:SourceArn": `arn:${at.partition}:cloudtrail:${at.region}:${accounts.management.id}:trail/${trail}`,
    "aws:SourceAccount": accounts.management.id,
    "aws:SourceOrgID": organization.id,
  };
  const account = accounts.logArchive.id;
  const service = { type: "service", service: "cloudtrail.amazonaws.com" } as const;
  return [
    {
      who: "CloudTrail",
      loss: "the record no longer arrives in its bucket",
      account,
      call: { ...callAt(at, service, "s3:PutObject", file, context), resourceAccount: account },
    },
  ];
}
