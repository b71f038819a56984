import type { Delivery, TrailFacts } from "../../../organization/audit-trail";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, type Finding, type Mend } from "../../item";

/**
 * Hours without a delivery after which something is broken. CloudTrail delivers within minutes and writes a digest each
 * hour, but nothing is said of an organization in which nothing happens: so a day. Source: CloudTrail User Guide,
 * how CloudTrail works; log file integrity validation.
 */
const SILENT_HOURS = 24;

const HOUR_MS = 3_600_000;
/** Where to look, of the trail that is named. */
const look = (trail: string, first = ""): Mend => ({
  mend: `${first}read docs/runbooks: the policies of bucket, key and role decide`,
  run: [["aws", "cloudtrail", "get-trail-status", "--name", trail]],
});

function judgeDelivery(of: string, { latest, error }: Delivery, { arn }: TrailFacts, now: Date): Finding {
  const last = latest === undefined ? "nothing was delivered yet" : `last ${latest}`;
  if (error !== undefined) return gap(of, `${error}; ${last}`, look(arn));
  if (latest === undefined) return gap(of, last, look(arn, "wait for an hour after the first deployment; else "));
  const hours = (now.getTime() - Date.parse(latest)) / HOUR_MS;
  return hours > SILENT_HOURS ? gap(of, `${last}, ${Math.floor(hours)} hours ago`, look(arn)) : inForce(of, last);
}

export const trailDelivers: Control = {
  id: "trail-delivers",
  title: "The trail delivers to its bucket and to its log group",
  matters: "A trail that says it is logging delivers nothing where a key or a policy refuses it.",
  checklist: 4,
  references: [
    { source: "AWS Security Hub", control: "CloudTrail.5" },
    { source: "Prowler", control: "cloudtrail_cloudwatch_logging_enabled" },
  ],
  reads: ["cloudtrail:GetTrailStatus"],
  judge: ({ live: { auditTrail }, now }) =>
    judged("trail", auditTrail.trail, (trail) => {
      if (trail === undefined) return [gap("trail", "does not exist", applied("audit-trail"))];
      const { logFiles, digests, logGroup } = trail.deliveries;
      return [
        judgeDelivery("log files", logFiles, trail, now),
        judgeDelivery("digests", digests, trail, now),
        judgeDelivery("log group", logGroup, trail, now),
      ];
    }),
};
