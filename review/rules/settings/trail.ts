import { isNothing } from "../../model/thing";
import { mustBeSame, mustStay, mustStayOn, mustStayThere } from "./orders";
import { settingRule } from "./setting";

const type = "aws_cloudtrail";

export const trailCoverage = settingRule({
  id: "trail-coverage",
  severity: "critical",
  fires: "a switch of the trail that widens what it records is turned off",
  matters: "what the trail does not record, no detection sees and no investigation finds",
  settings: [
    { type, value: "is_multi_region_trail", weaker: mustStayOn, says: "the trail no longer covers every Region" },
    { type, value: "is_organization_trail", weaker: mustStayOn, says: "the trail no longer covers every account" },
    {
      type,
      value: "include_global_service_events",
      weaker: mustStayOn,
      says: "the trail no longer records calls of global services such as IAM and STS",
    },
    { type, value: "enable_logging", weaker: mustStayOn, says: "the trail no longer records anything" },
    {
      type,
      value: "cloud_watch_logs_group_arn",
      weaker: mustStayThere,
      says: "the trail no longer delivers to a log group, so that no metric filter sees a call",
    },
    {
      type,
      value: "cloud_watch_logs_group_arn",
      weaker: (before, after) => (isNothing(after) ? false : mustStay(before, after)),
      says: "the trail delivers to another log group, where none of the metric filters looks: {}",
    },
  ],
});

export const trailIntegrity = settingRule({
  id: "trail-integrity",
  severity: "high",
  fires: "the record of the trail is validated, encrypted or kept otherwise than before",
  matters: "a record that can be altered unseen proves nothing, and one that goes elsewhere is not where you look",
  settings: [
    { type, value: "enable_log_file_validation", weaker: mustStayOn, says: "log files are no longer validated" },
    { type, value: "kms_key_id", weaker: mustStay, says: "log files are encrypted with another key or none: {}" },
    { type, value: "s3_bucket_name", weaker: mustStay, says: "log files go to another bucket: {}" },
    {
      type,
      value: "s3_key_prefix",
      weaker: mustBeSame,
      says: "log files go below another prefix: {}",
      severity: "low",
    },
  ],
});
