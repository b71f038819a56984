import type { Control } from "../../control";
import { applied, gap, judged, must } from "../../item";

/** What CIS and Security Hub ask for where the configuration leaves it to the owner of the trail. */
const RETENTION_DAYS = 365;

export const logGroup: Control = {
  id: "log-group",
  title: "The trail's log group keeps its events long enough, encrypted",
  matters: "The saved queries of an alarm read the log group: what has expired there nobody sees at once.",
  checklist: 4,
  references: [
    { source: "AWS Security Hub", control: "CloudWatch.16" },
    { source: "Prowler", control: "cloudwatch_log_group_retention_policy_specific_days_enabled" },
  ],
  reads: ["logs:DescribeLogGroups"],
  judge: ({ live: { auditTrail }, blueprint: { baseline, names } }) =>
    judged("log group", auditTrail.logGroup, (group) => {
      const mend = applied("audit-trail");
      if (group === undefined) return [gap("log group", `${names.trailLogGroup} does not exist`, mend)];
      const { mode } = baseline.auditTrail;
      const wanted = mode === "create" ? baseline.auditTrail.logRetentionDays : RETENTION_DAYS;
      const { retentionDays: days, keyArn } = group;
      const isKept = days === undefined || days >= wanted;
      return [
        must(
          "retention",
          isKept,
          days === undefined ? "for ever" : `${days} days`,
          `${days} days, not ${wanted}`,
          mend,
        ),
        // Somebody else's log group is encrypted as they decide; CloudWatch Logs encrypts it in any case.
        ...(mode === "create" ? [must("key", keyArn !== undefined, keyArn ?? "", "no key of its own", mend)] : []),
      ];
    }),
};
