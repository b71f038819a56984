import { isObject } from "../../organization/services/json";
import { recordedGb } from "./cloudwatch";
import { months, some, type Ask, type Item } from "./item";
import { blocks, type Resources } from "./resources";

/** Share of their size that log files have, compressed: an assumption, of JSON that repeats itself. */
const FILE_SHARE = 0.1;

/** Each account and Region with events has a file about every five minutes. Source: CloudTrail User Guide, log files. */
const FILES_OF_A_MONTH = 12 * 24 * 30;

const trails = (resources: Resources) => resources.all("aws_cloudtrail");

const logFiles = (resources: Resources, ask: Ask): number | undefined =>
  some(trails(resources).length) && (ask("accounts") ?? 0) * (ask("active-regions") ?? 0) * FILES_OF_A_MONTH;

/** Days after which the trail's log files go: the longest that a bucket keeps anything. */
function daysKept(resources: Resources): number | undefined {
  const days = resources
    .all("aws_s3_bucket_lifecycle_configuration")
    .flatMap((rules) => blocks(rules, "rule"))
    .flatMap((rule) => blocks(rule, "expiration"))
    .map((expiration) => expiration["days"])
    .filter((value) => typeof value === "number");
  return days.length === 0 ? undefined : Math.max(...days);
}

function storedFiles(resources: Resources, ask: Ask): number | "by use" | undefined {
  if (resources.all("aws_s3_bucket").length === 0) return undefined;
  const days = daysKept(resources);
  return days === undefined ? "by use" : recordedGb(ask) * FILE_SHARE * months(days);
}

const recordsData = (resources: Resources): boolean =>
  trails(resources).some((trail) =>
    blocks(trail, "advanced_event_selector")
      .flatMap((selector) => blocks(selector, "field_selector"))
      .some(({ field, equals }) => field === "eventCategory" && Array.isArray(equals) && equals.includes("Data")),
  );

const insightTypes = (resources: Resources): number =>
  trails(resources)
    .flatMap((trail) => blocks(trail, "insight_selector"))
    .filter(isObject).length;

/** The trail, and the buckets and keys that keep what it writes. */
export const TRAIL: readonly Item[] = [
  {
    service: "CloudTrail",
    says: "first copy of events",
    price: "firstCopy",
    types: ["aws_cloudtrail"],
    quantity: (resources, ask) => some(trails(resources).length) && (ask("management-events") ?? 0),
  },
  {
    service: "CloudTrail",
    says: "data events",
    price: "dataEvents",
    types: ["aws_cloudtrail"],
    quantity: (resources, ask) => (recordsData(resources) ? (ask("data-events") ?? "by use") : undefined),
  },
  {
    service: "CloudTrail",
    says: "Insights",
    price: "insights",
    types: ["aws_cloudtrail"],
    quantity: (resources, ask) => some(insightTypes(resources) * (ask("management-events") ?? 0)),
  },
  {
    service: "S3",
    says: "log files kept",
    price: "objectStorage",
    types: ["aws_s3_bucket"],
    quantity: storedFiles,
  },
  {
    service: "S3",
    says: "log files written, at most",
    price: "objectWrites",
    types: ["aws_s3_bucket"],
    quantity: logFiles,
  },
  {
    service: "KMS",
    says: "keys",
    price: "key",
    types: ["aws_kms_key"],
    quantity: (resources) => some(resources.all("aws_kms_key").length),
  },
  {
    service: "KMS",
    says: "requests, at most",
    price: "keyRequests",
    types: ["aws_kms_key"],
    quantity: (resources, ask) =>
      trails(resources).some(({ kms_key_id: key }) => key !== undefined) ? logFiles(resources, ask) : undefined,
  },
];
