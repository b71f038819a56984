import type { Blueprint } from "../blueprint";
import { callAt, type MustPass } from "./call";

/** CloudTrail delivers into the log archive. Resource control policies bind AWS services too. */
export function delivery(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns, names } = blueprint;
  const { auditTrail, organization } = blueprint.baseline;
  const account = accounts.ownLogArchive?.id;
  if (account === undefined || auditTrail.mode !== "create") return [];
  const file = arns.bucket(`${names.trailBucket}/AWSLogs/${organization.id}/CloudTrail/file.json.gz`);
  const context = {
    "aws:SourceArn": arns.trail(),
    "aws:SourceAccount": accounts.management.id,
    "aws:SourceOrgID": organization.id,
  };
  const service = { type: "service", service: "cloudtrail.amazonaws.com" } as const;
  return [
    {
      who: "CloudTrail",
      loss: "the record no longer arrives in its bucket",
      account,
      call: { ...callAt(blueprint, service, "s3:PutObject", file, context), resourceAccount: account },
    },
  ];
}
