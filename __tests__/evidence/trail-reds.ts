import type { TrailFacts } from "../../organization/audit-trail";
import type { BucketFacts } from "../../organization/services/buckets";
import { AT } from "../organization/as-read";
import { subject } from "./green";
import { withPart, type Red } from "./red";

const trail = (change: Partial<TrailFacts>) =>
  withPart("auditTrail", "trail", (found) => found && { ...found, ...change });
const bucket = (change: Partial<BucketFacts>) =>
  withPart("auditTrail", "bucket", (found) => found && { ...found, ...change });

/** The same for the record. */
export const TRAIL_REDS: Readonly<Record<string, readonly Red[]>> = {
  "trail-records": [
    ["it is stopped", trail({ logging: false }), /logging: stopped/],
    ["it is gone", withPart("auditTrail", "trail", () => undefined), /does not exist/],
    ["it is one account's", trail({ organization: false }), /one account only/],
    ["it is one Region's", trail({ multiRegion: false }), /one Region only/],
    ["global services are left out", trail({ globalEvents: false }), /global services: left out/],
    [
      "reads are left out",
      trail({
        selectors: [
          {
            FieldSelectors: [
              { Field: "eventCategory", Equals: ["Management"] },
              { Field: "readOnly", Equals: ["false"] },
            ],
          },
        ],
      }),
      /management events: some are left out/,
    ],
    ["no digests are written", trail({ validated: false }), /no digests/],
    ["it has no key", trail({ keyArn: undefined }), /no key of its own/],
    ["it has another key", trail({ keyArn: "arn:aws:kms:us-east-1:444444444444:key/another" }), /is not the key alias/],
    ["it has no log group", trail({ logGroupArn: undefined }), /no log group/],
    [
      "it delivers to another log group",
      trail({ logGroupArn: "arn:aws:logs:us-east-1:111111111111:log-group:another:*" }),
      /log-group:another:\*, which has no filter of ours/,
    ],
    [
      "it delivers with another role",
      trail({ deliveryRoleArn: "arn:aws:iam::111111111111:role/another" }),
      /delivers as .*another, not .*org-baseline-trail-delivery/,
    ],
  ],
  "trail-delivers": [
    [
      "a delivery is refused",
      trail({
        deliveries: {
          logFiles: { latest: AT, error: "AccessDenied" },
          digests: { latest: AT },
          logGroup: { latest: AT },
        },
      }),
      /log files: AccessDenied/,
    ],
    [
      "nothing came yet",
      trail({ deliveries: { logFiles: { latest: AT }, digests: { latest: AT }, logGroup: {} } }),
      /log group: nothing was delivered yet/,
    ],
    ["it is long ago", { ...subject, now: new Date("2026-12-03T08:00:00Z") }, /48 hours ago/],
    ["the trail is gone", withPart("auditTrail", "trail", () => undefined), /does not exist/],
  ],
  "trail-bucket": [
    [
      "the lock is shorter",
      bucket({ objectLock: { mode: "GOVERNANCE", days: 1 } }),
      /lock: GOVERNANCE, not GOVERNANCE for 365 days/,
    ],
    ["another key", bucket({ encryption: { algorithm: "AES256" } }), /not the trail's key/],
    ["it can be opened", bucket({ objectOwnership: "ObjectWriter" }), /can be opened/],
    ["it answers without TLS", bucket({ policy: undefined }), /not only TLS/],
    ["versions are not kept", bucket({ versioning: "Suspended" }), /not kept/],
    ["nobody logs who reads it", bucket({ accessLogs: undefined }), /access logs: not kept/],
    ["the trail delivers elsewhere", trail({ bucket: "another" }), /the trail delivers to another/],
    ["it is gone", withPart("auditTrail", "bucket", () => undefined), /does not exist/],
    ["the access logs' bucket is gone", withPart("auditTrail", "accessLogBucket", () => undefined), /does not exist/],
  ],
  "log-group": [
    [
      "it forgets",
      withPart("auditTrail", "logGroup", (found) => found && { ...found, retentionDays: 30 }),
      /30 days, not 365/,
    ],
    [
      "it has no key",
      withPart("auditTrail", "logGroup", (found) => found && { ...found, keyArn: undefined }),
      /no key of its own/,
    ],
    ["it is gone", withPart("auditTrail", "logGroup", () => undefined), /does not exist/],
  ],
  keys: [
    [
      "one waits for its deletion",
      withPart("auditTrail", "keys", (all) => all.map((each) => ({ ...each, state: "PendingDeletion" }))),
      /is PendingDeletion/,
    ],
    [
      "one does not rotate",
      withPart("alarms", "keys", (all) => all.map((each) => ({ ...each, rotation: false }))),
      /org-baseline-alerts: enabled, does not rotate/,
    ],
    ["one is gone", withPart("secondChannel", "keys", () => []), /second-channel: does not exist/],
  ],
};
