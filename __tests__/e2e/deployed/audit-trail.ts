import { ROOT_DATA_EVENTS } from "../../../catalogue/aws/root-data-events";
import type { BucketFacts } from "../../../organization/services/buckets";
import { type Deployed, present } from "./deployed";

const MANAGEMENT = "111111111111";
const ARCHIVE = "333333333333";
const BUCKET = `org-baseline-trail-${ARCHIVE}-us-east-1`;
const ACCESS_LOGS = `org-baseline-access-logs-${ARCHIVE}-us-east-1`;
const TRAIL_ARN = `arn:aws:cloudtrail:us-east-1:${MANAGEMENT}:trail/org-baseline-trail`;

const PRIVATE = {
  versioning: "Enabled",
  publicAccessBlock: {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  },
  objectOwnership: "BucketOwnerEnforced",
};

/** Denies every call without TLS, first of all. */
const tlsOnly = (bucket: string) => ({
  Sid: "DenyInsecureTransport",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

const trailMayWrite = (sid: string, prefix: string) => ({
  Sid: sid,
  Effect: "Allow",
  Principal: { Service: "cloudtrail.amazonaws.com" },
  Action: "s3:PutObject",
  Resource: `arn:aws:s3:::${BUCKET}/AWSLogs/${prefix}/*`,
  Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": TRAIL_ARN } },
});

/** Expiry after so many days, of what is hidden behind a newer version or a delete marker too. */
const expiry = (days: number, noncurrentDays: number) => [
  expect.objectContaining({
    ID: "expire",
    Status: "Enabled",
    Expiration: { Days: days },
    NoncurrentVersionExpiration: { NoncurrentDays: noncurrentDays },
  }) as unknown,
  expect.objectContaining({
    ID: "remove-delete-markers",
    Status: "Enabled",
    Expiration: { ExpiredObjectDeleteMarker: true },
  }) as unknown,
];

/** What the shipped example promises about the trail, read back from CloudTrail, S3, KMS, CloudWatch Logs and IAM. */
export function describeAuditTrail(of: () => Deployed): void {
  describe("audit trail", () => {
    const facts = () => of().facts.auditTrail;
    const key = (alias: string) =>
      present(
        facts().keys.find((one) => one.alias === `alias/org-baseline-${alias}`),
        alias,
      );
    const bucket = (name: "bucket" | "accessLogBucket"): BucketFacts => present(facts()[name], name);

    test("the trail records every management event of every account and Region, validated and encrypted", () =>
      expect(facts().trail).toEqual({
        arn: TRAIL_ARN,
        name: "org-baseline-trail",
        homeRegion: "us-east-1",
        logging: true,
        organization: true,
        multiRegion: true,
        globalEvents: true,
        validated: true,
        keyArn: key("trail").arn,
        bucket: BUCKET,
        logGroupArn: `arn:aws:logs:us-east-1:${MANAGEMENT}:log-group:org-baseline-trail:*`,
        deliveryRoleArn: `arn:aws:iam::${MANAGEMENT}:role/org-baseline-trail-delivery`,
        selectors: [
          {
            Name: "Management events selector",
            FieldSelectors: [{ Field: "eventCategory", Equals: ["Management"] }],
          },
          // What happens to log files, and what root users read and write.
          ...Array<unknown>(1 + ROOT_DATA_EVENTS.length).fill(
            expect.objectContaining({
              FieldSelectors: expect.arrayContaining([{ Field: "eventCategory", Equals: ["Data"] }]) as unknown,
            }),
          ),
        ],
        basicSelectors: [],
        insights: [],
        deliveries: expect.objectContaining({ logFiles: { latest: expect.any(String) as unknown } }) as unknown,
      }));

    test("its bucket is locked, versioned, never public, encrypted with our key, and expires for good", () =>
      expect(bucket("bucket")).toEqual({
        ...PRIVATE,
        name: BUCKET,
        encryption: { algorithm: "aws:kms", keyArn: key("trail").arn, bucketKey: true },
        objectLock: { mode: "GOVERNANCE", days: 365 },
        accessLogs: { bucket: ACCESS_LOGS, prefix: "trail/" },
        lifecycleRules: expiry(2557, 365),
        policy: {
          Version: "2012-10-17",
          Statement: [
            tlsOnly(BUCKET),
            {
              Sid: "AWSCloudTrailAclCheck20150319",
              Effect: "Allow",
              Principal: { Service: "cloudtrail.amazonaws.com" },
              Action: "s3:GetBucketAcl",
              Resource: `arn:aws:s3:::${BUCKET}`,
              Condition: { StringEquals: { "aws:SourceArn": TRAIL_ARN } },
            },
            trailMayWrite("AWSCloudTrailWrite20150319", MANAGEMENT),
            trailMayWrite("AWSCloudTrailOrganizationWrite20150319", "o-exampleorgid"),
          ],
        },
      }));

    test("who reads the bucket is logged in a second one", () =>
      expect(bucket("accessLogBucket")).toEqual({
        ...PRIVATE,
        name: ACCESS_LOGS,
        encryption: expect.objectContaining({ algorithm: "AES256" }) as unknown,
        lifecycleRules: expiry(365, 30),
        policy: {
          Version: "2012-10-17",
          Statement: [
            tlsOnly(ACCESS_LOGS),
            {
              Sid: "S3ServerAccessLogs",
              Effect: "Allow",
              Principal: { Service: "logging.s3.amazonaws.com" },
              Action: "s3:PutObject",
              Resource: `arn:aws:s3:::${ACCESS_LOGS}/trail/*`,
              Condition: {
                ArnLike: { "aws:SourceArn": `arn:aws:s3:::${BUCKET}` },
                StringEquals: { "aws:SourceAccount": ARCHIVE },
              },
            },
          ],
        },
      }));

    test("the log group is kept for a year under a key of its own", () =>
      expect(facts().logGroup).toEqual({
        name: "org-baseline-trail",
        arn: `arn:aws:logs:us-east-1:${MANAGEMENT}:log-group:org-baseline-trail:*`,
        retentionDays: 365,
        keyArn: key("trail-log-group").arn,
      }));

    test("both keys rotate, the files' in the log archive and the log group's in the management account", () =>
      expect(
        facts().keys.map(({ alias, arn, state, rotation }) => [alias, arn.split(":")[4], state, rotation]),
      ).toEqual([
        ["alias/org-baseline-trail", ARCHIVE, "Enabled", true],
        ["alias/org-baseline-trail-log-group", MANAGEMENT, "Enabled", true],
      ]));

    test("CloudTrail may use the files' key for this trail only, and CloudWatch Logs the other for this log group only", () => {
      expect(JSON.stringify(key("trail").policy)).toContain(`"StringEquals":{"aws:SourceArn":"${TRAIL_ARN}"}`);
      expect(key("trail-log-group").policy["Statement"]).toContainEqual({
        Sid: "AllowCloudWatchLogs",
        Effect: "Allow",
        Principal: { Service: "logs.us-east-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: {
          ArnEquals: {
            "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${MANAGEMENT}:log-group:org-baseline-trail`,
          },
        },
      });
    });

    test("CloudTrail delivers with a role that writes to that log group and does nothing else", () => {
      const role = present(facts().deliveryRole, "delivery role");
      expect(Object.keys(role.inlinePolicies)).toEqual(["write-log-group"]);
      expect(role.attachedPolicies).toEqual([]);
      const policy = JSON.stringify(role.inlinePolicies);
      expect(policy.match(/"Action":"[^"]+"/g)).toEqual([
        '"Action":"logs:CreateLogStream"',
        '"Action":"logs:PutLogEvents"',
      ]);
      expect(policy.match(/log-group:[^:]+/g)).toEqual(Array.from({ length: 4 }, () => "log-group:org-baseline-trail"));
    });
  });
}
