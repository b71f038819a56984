import { UNKNOWN, type Values } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { set } from "../setting";

const ALARM = "aws_cloudwatch_metric_alarm.root-console-login_alarm";
const LOCK = "aws_s3_bucket_object_lock_configuration.trail-bucket_object-lock";
const EXPIRY = "aws_s3_bucket_lifecycle_configuration.trail-bucket_expiry_rules";
const DETECTOR = "aws_guardduty_detector.eu-west-1_security_detector";
const BUCKET = "aws_s3_bucket.trail-bucket_logs_bucket";
const GROUP = "aws_cloudwatch_log_group.trail-log-group_log-group";

const alarm = (name: string, before: Values, after: Values) =>
  harmful(name, "alarm-settings", set(ALARM, after), { given: set(ALARM, before) });

const rules = (...rule: readonly Values[]) =>
  set(EXPIRY, { rule: rule.map((each) => ({ status: "Enabled", ...each })) });

const all = (days: number): Values => ({ filter: [{ prefix: "" }], expiration: [{ days }] });

export const ALARM_PAIRS: readonly Pair[] = [
  alarm(
    "the same time in five pieces, each of which must be bad",
    { period: 300 },
    { period: 60, evaluation_periods: 5 },
  ),
  alarm(
    "an alarm asks for more data points",
    { evaluation_periods: 3, datapoints_to_alarm: 1 },
    { datapoints_to_alarm: null },
  ),
  harmless(
    "the same data points in other words",
    set(ALARM, { datapoints_to_alarm: 3 }),
    set(ALARM, { evaluation_periods: 3, datapoints_to_alarm: null }),
  ),
  alarm("a count is taken over a shorter time", { statistic: "Sum", threshold: 5 }, { period: 60 }),
  harmless("one event is enough in a shorter time, too", set(ALARM, { period: 60 })),
  alarm("an alarm looks at one dimension", { dimensions: {} }, { dimensions: { Account: "1" } }),
  alarm(
    "an alarm rings once and never again",
    { treat_missing_data: "notBreaching" },
    { treat_missing_data: "ignore" },
  ),
  alarm("an alarm's threshold is unknown", {}, { threshold: UNKNOWN }),
  alarm("how long an alarm looks is unknown", {}, { period: UNKNOWN }),
  alarm("whether an alarm tells anybody is unknown", {}, { actions_enabled: UNKNOWN }),
  harmful("how long object lock holds is unknown", "object-lock", set(LOCK, { rule: UNKNOWN })),
  harmful("how long a log group keeps is unknown", "log-retention", set(GROUP, { retention_in_days: UNKNOWN })),
  harmful("when files expire is unknown", "log-expiry", set(EXPIRY, { rule: UNKNOWN })),
  harmful(
    "files expire on a day",
    "log-expiry",
    rules(all(2557), { filter: [{ prefix: "" }], expiration: [{ date: "2026-12-24T00:00:00Z" }] }),
  ),
  harmful("what expired in one folder expires everywhere", "log-expiry", rules(all(1)), {
    given: rules(all(2557), { filter: [{ prefix: "tmp/" }], expiration: [{ days: 1 }] }),
  }),
  harmful(
    "one folder expires sooner",
    "log-expiry",
    rules(all(2557), { filter: [{ prefix: "AWSLogs/" }], expiration: [{ days: 30 }] }),
    {
      given: rules(all(2557)),
    },
  ),
  harmless(
    "a rule for one folder that says no more than that for all",
    rules(all(400), { filter: [{ prefix: "a/" }], expiration: [{ days: 500 }] }),
    rules(all(400)),
  ),
  harmful(
    "files move to another storage class sooner",
    "log-expiry",
    rules({ ...all(400), transition: [{ days: 1, storage_class: "DEEP_ARCHIVE" }] }),
    {
      given: rules({ ...all(400), transition: [{ days: 90, storage_class: "GLACIER_IR" }] }),
    },
  ),
  harmful(
    "a data source of a detector is switched off inside of it",
    "guardduty-detector",
    set(DETECTOR, { datasources: [{ s3_logs: [{ enable: false }] }] }),
    { given: set(DETECTOR, { datasources: [{ s3_logs: [{ enable: true }] }] }) },
  ),
  harmful(
    "files of a bucket expire by its own words",
    "undecided-change",
    set(BUCKET, { lifecycle_rule: [{ enabled: true, expiration: [{ days: 1 }] }] }),
  ),
  harmless(
    "a data source of a detector is switched on inside of it",
    set(DETECTOR, { datasources: [{ s3_logs: [{ enable: true }] }] }),
    set(DETECTOR, { datasources: [{ s3_logs: [{ enable: false }] }] }),
  ),
  harmless("a threshold is written as a text", set(ALARM, { threshold: "1" }), set(ALARM, { threshold: 1 })),
  harmless("an expiry that is switched off", rules(all(2557), { ...all(1), status: "Disabled" }), rules(all(2557))),
  harmless("files expire later, and none of them sooner", rules(all(3000)), rules(all(2557), all(3000))),
];
