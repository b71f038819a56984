import type { PolicyStatement } from "../../../catalogue/resource-policies/statement";
import {
  trailArn,
  trailBucketStatements,
  type TrailFacts,
  trailKeyStatements,
} from "../../../catalogue/resource-policies/trail";
import { permits } from "../../support/judge";
import { list } from "../../support/policies";

const facts: TrailFacts = {
  partition: "aws",
  homeRegion: "region",
  managementAccount: "111111111111",
  organizationId: "o-exampleorgid",
  trailName: "trailName",
  bucketName: "myOrganizationBucket",
  readers: [],
};

const TRAIL = "arn:aws:cloudtrail:region:111111111111:trail/trailName";

/** One value and a list of one value say the same. */
const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 1 ? normal(value[0]) : value.map(normal);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, normal(inner)]));
};
const withoutSid = (statement: PolicyStatement) => ({ ...statement, Sid: undefined });

test("the bucket policy is the documented one of an organization trail", () => {
  // CloudTrail User Guide, S3 bucket policy for an organization trail.
  const write = (sid: string, prefix: string) => ({
    Sid: sid,
    Effect: "Allow",
    Principal: { Service: ["cloudtrail.amazonaws.com"] },
    Action: "s3:PutObject",
    Resource: `arn:aws:s3:::myOrganizationBucket/AWSLogs/${prefix}/*`,
    Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": TRAIL } },
  });
  const documented = [
    {
      Sid: "AWSCloudTrailAclCheck20150319",
      Effect: "Allow",
      Principal: { Service: ["cloudtrail.amazonaws.com"] },
      Action: "s3:GetBucketAcl",
      Resource: "arn:aws:s3:::myOrganizationBucket",
      Condition: { StringEquals: { "aws:SourceArn": TRAIL } },
    },
    write("AWSCloudTrailWrite20150319", "111111111111"),
    write("AWSCloudTrailOrganizationWrite20150319", "o-exampleorgid"),
  ];
  expect(normal(trailBucketStatements(facts))).toEqual(normal(documented));
});

test("the key policy is the documented one, but for its statements' names", () => {
  // CloudTrail User Guide, AWS KMS key policies for CloudTrail.
  const principal = { Service: "cloudtrail.amazonaws.com" };
  const fromTrail = { StringEquals: { "aws:SourceArn": TRAIL } };
  const documented = [
    {
      Effect: "Allow",
      Principal: principal,
      Action: "kms:GenerateDataKey*",
      Resource: "*",
      Condition: {
        StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": ["arn:aws:cloudtrail:*:111111111111:trail/*"] },
        ...fromTrail,
      },
    },
    { Effect: "Allow", Principal: principal, Action: "kms:DescribeKey", Resource: "*", Condition: fromTrail },
    { Effect: "Allow", Principal: principal, Action: "kms:Decrypt", Resource: "*" },
    {
      Effect: "Allow",
      Principal: { AWS: ["arn:aws:iam::222222222222:root"] },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { Null: { "kms:EncryptionContext:aws:cloudtrail:arn": "false" } },
    },
  ];
  const ours = trailKeyStatements({ ...facts, readers: ["222222222222"] }).map(withoutSid);
  expect(normal(ours)).toEqual(normal(documented));
});

test("the trail belongs to the management account, in any partition", () => {
  expect(trailArn(facts)).toBe(TRAIL);
  expect(trailArn({ ...facts, partition: "aws-us-gov" })).toBe(TRAIL.replace("arn:aws:", "arn:aws-us-gov:"));
});

describe("readers", () => {
  const ROLE = "arn:aws:iam::222222222222:role/path/Auditor";
  const reads = (statements: readonly PolicyStatement[]) => statements.filter(({ Sid }) => /^Read\d+$/.test(Sid ?? ""));
  /** What a reader's statement lets a caller of its account do. */
  const may = (reader: string, action: string, name: string, path = "/path/") => {
    const [statement] = reads(trailBucketStatements({ ...facts, readers: [reader] }));
    return permits(JSON.stringify({ Statement: [{ ...statement, Principal: undefined }] }), {
      principal: { type: "role", account: "222222222222", name, path },
      action,
      resource: "arn:aws:s3:::myOrganizationBucket/AWSLogs/x",
    });
  };

  test("an account may read, and nothing else", () => {
    expect(may("222222222222", "s3:GetObject", "Anybody")).toBe(true);
    expect(may("222222222222", "s3:DeleteObject", "Anybody")).toBe(false);
    expect(may("222222222222", "s3:PutObject", "Anybody")).toBe(false);
  });

  test("a role may read, and no other role of its account", () => {
    expect(may(ROLE, "s3:GetObject", "Auditor")).toBe(true);
    expect(may(ROLE, "s3:GetObject", "Auditor", "/")).toBe(false);
    expect(may(ROLE, "s3:GetObject", "Developer")).toBe(false);
  });

  test("every reader has a statement of its own in both policies, by account and never by role", () => {
    const readers = ["222222222222", ROLE];
    for (const statements of [
      trailBucketStatements({ ...facts, readers }),
      trailKeyStatements({ ...facts, readers }),
    ]) {
      expect(reads(statements).map(({ Sid }) => Sid)).toEqual(["Read1", "Read2"]);
      for (const { Principal: principal } of reads(statements))
        expect(principal).toEqual({ AWS: "arn:aws:iam::222222222222:root" });
    }
  });

  test("a role decrypts what CloudTrail has encrypted, and nothing else", () => {
    const [read] = reads(trailKeyStatements({ ...facts, readers: [ROLE] }));
    expect(list(read?.Action)).toEqual(["kms:Decrypt"]);
    expect(read?.Condition).toEqual({
      Null: { "kms:EncryptionContext:aws:cloudtrail:arn": "false" },
      ArnEquals: { "aws:PrincipalArn": ROLE },
    });
  });
});
