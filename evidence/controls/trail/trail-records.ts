import type { TrailFacts } from "../../../organization/audit-trail";
import type { Control } from "../../control";
import { applied, gap, judged, must } from "../../item";

const APPLY = applied("audit-trail");

/** Whether every management event is recorded: by an advanced selector that leaves none out, or by a basic one for all. */
const recordsAll = ({ selectors, basicSelectors }: TrailFacts): boolean =>
  selectors.some(
    ({ FieldSelectors = [] }) =>
      FieldSelectors.length === 1 &&
      FieldSelectors[0]?.Field === "eventCategory" &&
      FieldSelectors[0].Equals?.includes("Management") === true,
  ) ||
  basicSelectors.some(
    ({ ReadWriteType, IncludeManagementEvents, ExcludeManagementEventSources = [] }) =>
      ReadWriteType === "All" && IncludeManagementEvents === true && ExcludeManagementEventSources.length === 0,
  );

export const trailRecords: Control = {
  id: "trail-records",
  title: "The organization trail records every management event of every account and Region",
  matters: "What is not recorded is found by nobody, and every alarm on the trail is blind to it.",
  checklist: 4,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "4.1" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "4.2" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "4.5" },
    { source: "AWS Security Hub", control: "CloudTrail.1" },
    { source: "AWS Security Hub", control: "CloudTrail.2" },
    { source: "AWS Security Hub", control: "CloudTrail.4" },
    { source: "AWS Security Hub", control: "CloudTrail.5" },
    { source: "Prowler", control: "cloudtrail_multi_region_enabled" },
    { source: "Prowler", control: "cloudtrail_log_file_validation_enabled" },
    { source: "Prowler", control: "cloudtrail_kms_encryption_enabled" },
  ],
  reads: [
    "cloudtrail:GetTrail",
    "cloudtrail:GetTrailStatus",
    "cloudtrail:GetEventSelectors",
    "cloudtrail:GetInsightSelectors",
  ],
  judge: ({ live: { auditTrail }, blueprint: { names } }) =>
    judged("trail", auditTrail.trail, (trail) => {
      if (trail === undefined) return [gap("trail", `${names.trail} does not exist`, APPLY)];
      const { logging, organization, multiRegion, globalEvents, validated, keyArn, logGroupArn } = trail;
      return [
        must("logging", logging, "on", "stopped", {
          run: [["aws", "cloudtrail", "start-logging", "--name", trail.arn]],
        }),
        must("accounts", organization, "the whole organization", "one account only", APPLY),
        must("Regions", multiRegion, "every Region", "one Region only", APPLY),
        must("global services", globalEvents, "recorded", "left out", APPLY),
        must("management events", recordsAll(trail), "every one", "some are left out", APPLY),
        must("validation", validated, "digests are written", "no digests are written", APPLY),
        must("encryption", keyArn !== undefined, keyArn ?? "", "no key of its own", APPLY),
        must("log group", logGroupArn !== undefined, logGroupArn ?? "", "events reach no log group", APPLY),
      ];
    }),
};
