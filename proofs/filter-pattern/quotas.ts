/** Characters in one filter pattern. Source: CloudWatch Logs API, PutMetricFilter, `filterPattern`; read 2026-11-22. */
export const FILTER_PATTERN_MAX_CHARACTERS = 1024;

/** Regular expressions in one filter pattern. Source: CloudWatch Logs API, PutMetricFilter; read 2026-11-22. */
export const FILTER_PATTERN_MAX_REGEXES = 2;

/**
 * Filters with a regular expression on one log group. Source: CloudWatch Logs user guide, filter pattern syntax ("5
 * filter patterns containing regex for each log group"), and the API's PutMetricFilter; read 2026-11-22.
 */
export const LOG_GROUP_MAX_REGEX_FILTERS = 5;

/** Metric filters on one log group; cannot be raised. Source: CloudWatch Logs API, PutMetricFilter; read 2026-11-22. */
export const LOG_GROUP_MAX_METRIC_FILTERS = 100;
