import { mustNotShrink, mustStay, mustStayOn } from "./orders";
import { settingRule } from "./setting";

export const logRetention = settingRule({
  id: "log-retention",
  severity: "high",
  fires: "a log group keeps its records for a shorter time",
  matters: "an intrusion is found after months; what has expired by then cannot be read, and comes back by no revert",
  settings: [
    {
      type: "aws_cloudwatch_log_group",
      value: "retention_in_days",
      // Nothing and 0 mean that records never expire (CloudWatch Logs API, PutRetentionPolicy).
      weaker: mustNotShrink(0, undefined),
      says: "log retention {} days",
    },
    {
      type: "aws_cloudwatch_log_group",
      value: "skip_destroy",
      weaker: mustStayOn,
      says: "the log group goes with its resource, and its records with it",
    },
  ],
});

export const logEncryption = settingRule({
  id: "log-encryption",
  severity: "medium",
  fires: "a log group is encrypted with another key, or with none of ours",
  matters: "who may read the records is no longer what the policy of the key says",
  settings: [
    {
      type: "aws_cloudwatch_log_group",
      value: "kms_key_id",
      weaker: mustStay,
      says: "the log group is encrypted with another key or none: {}",
    },
  ],
});
