import { at, type Thing } from "../../model/thing";
import { mustNotShrink, mustStayOn, ranked } from "./orders";
import { settingRule } from "./setting";

const type = "aws_s3_bucket_object_lock_configuration";

const DAYS_IN_A_YEAR = 365;

function lockedDays({ values }: Thing): number {
  const retention = at(values, "rule.default_retention");
  return Number(at(retention, "days") ?? 0) + DAYS_IN_A_YEAR * Number(at(retention, "years") ?? 0);
}

export const objectLock = settingRule({
  id: "object-lock",
  severity: "critical",
  fires: "new log files are locked for a shorter time, in a weaker mode, or not at all",
  matters: "the lock is what keeps the record from whoever has taken the log archive account",
  gone: { [type]: "new log files are no longer locked" },
  settings: [
    { type, value: lockedDays, weaker: mustNotShrink(), says: "object lock {} days" },
    {
      type,
      value: "rule.default_retention.mode",
      weaker: ranked(null, "GOVERNANCE", "COMPLIANCE"),
      says: "object lock mode {}",
    },
    { type: "aws_s3_bucket", value: "object_lock_enabled", weaker: mustStayOn, says: "the bucket has no object lock" },
  ],
});
