import type { AuditTrailFacts } from "../../../organization/audit-trail";
import { asRead } from "../../organization/as-read";
import { showAuditTrail } from "../../../commands/protection/audit-trail";

const NEVER_PUBLIC = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

const NOTHING = {
  ...{ trail: undefined, logGroup: undefined, bucket: undefined, accessLogBucket: undefined },
  ...{ deliveryRole: undefined, keys: [] },
};

const FACTS = {
  ...NOTHING,
  trail: {
    arn: "arn:aws:cloudtrail:us-east-1:111111111111:trail/org-baseline-trail",
    name: "org-baseline-trail",
    logging: true,
    organization: true,
    multiRegion: true,
    globalEvents: true,
    validated: true,
    keyArn: "arn:aws:kms:us-east-1:333333333333:key/1",
    selectors: [],
    basicSelectors: [],
    insights: [],
    deliveries: { logFiles: {}, digests: {}, logGroup: {} },
  },
  logGroup: { name: "org-baseline-trail", arn: "arn", retentionDays: 365, keyArn: "arn" },
  bucket: {
    name: "org-baseline-trail-333333333333-us-east-1",
    versioning: "Enabled",
    encryption: { algorithm: "aws:kms", keyArn: "arn" },
    objectLock: { mode: "GOVERNANCE", days: 365 },
    publicAccessBlock: NEVER_PUBLIC,
    lifecycleRules: [{ Status: "Enabled", Expiration: { Days: 2557 } }],
  },
  keys: [
    {
      alias: "alias/org-baseline-trail",
      arn: "arn:aws:kms:us-east-1:333333333333:key/1",
      rotation: true,
      policy: {},
    },
  ],
} as const satisfies AuditTrailFacts;

test("the trail, where it delivers to, and what protects that", () => {
  expect(showAuditTrail(asRead<AuditTrailFacts>(FACTS))).toEqual([
    "  trail               org-baseline-trail: logging, whole organization, every Region, validated, encrypted",
    "  log group           org-baseline-trail: kept 365 days, encrypted",
    "  bucket              org-baseline-trail-333333333333-us-east-1",
    "                      locked 365 days (GOVERNANCE), expires after 2557 days, versioned, own key, never public",
    "  key                 alias/org-baseline-trail in 333333333333, rotates every year",
  ]);
});

test("a trail that does less than it should is loud", () => {
  const trail = { ...FACTS.trail, logging: false, organization: false, multiRegion: false, validated: false };
  const bucket = {
    name: "logs",
    publicAccessBlock: { ...NEVER_PUBLIC, blockPublicPolicy: false },
    lifecycleRules: [],
  };
  const keys = FACTS.keys.map((key) => ({ ...key, rotation: false }));
  expect(
    showAuditTrail(asRead<AuditTrailFacts>({ ...NOTHING, trail: { ...trail, keyArn: undefined }, bucket, keys })),
  ).toEqual([
    "  trail               org-baseline-trail: NOT LOGGING, ONE ACCOUNT ONLY, ONE REGION ONLY, NOT VALIDATED, NO KEY OF ITS OWN",
    "  log group           NONE",
    "  bucket              logs",
    "                      never expires, NOT VERSIONED, S3's key, CAN BE MADE PUBLIC",
    "  key                 alias/org-baseline-trail in 333333333333, DOES NOT ROTATE",
  ]);
});

test("no trail at all is loud", () => {
  expect(showAuditTrail(asRead<AuditTrailFacts>(NOTHING))).toEqual([
    "  trail               NONE",
    "  log group           NONE",
  ]);
});
