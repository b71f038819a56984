import { accountRoot, arn, parseArn } from "../aws/arn";
import type { PolicyStatement } from "./statement";

/** What the policies around a trail depend on. All of it is known before the trail exists. */
export interface TrailFacts {
  readonly partition: string;
  readonly homeRegion: string;
  readonly managementAccount: string;
  readonly organizationId: string;
  readonly trailName: string;
  readonly bucketName: string;
  /** Accounts or role ARNs that may read the log files. */
  readonly readers: readonly string[];
}

const CLOUDTRAIL = { Service: "cloudtrail.amazonaws.com" };

/** ARN of the trail. It belongs to the management account, wherever its bucket is. */
export const trailArn = ({ partition, homeRegion, managementAccount, trailName }: TrailFacts): string =>
  arn({
    partition,
    service: "cloudtrail",
    region: homeRegion,
    account: managementAccount,
    resource: `trail/${trailName}`,
  });

const fromTrail = (facts: TrailFacts) => ({ StringEquals: { "aws:SourceArn": trailArn(facts) } });

/**
 * A statement for each reader. A reader is named by its account and narrowed by its ARN: a policy must not name a role
 * that may not exist.
 */
const readerStatements = (
  { partition, readers }: TrailFacts,
  allow: Pick<PolicyStatement, "Action" | "Resource" | "Condition">,
): readonly PolicyStatement[] =>
  readers.map((reader, index) => {
    const account = parseArn(reader)?.account ?? reader;
    const condition: NonNullable<PolicyStatement["Condition"]> = {
      ...allow.Condition,
      ...(account === reader ? {} : { ArnEquals: { "aws:PrincipalArn": reader } }),
    };
    return {
      Sid: `Read${index + 1}`,
      Effect: "Allow",
      Principal: { AWS: accountRoot(partition, account) },
      Action: allow.Action,
      Resource: allow.Resource,
      ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
    };
  });

/** Bucket policy of an organization trail. Source: CloudTrail User Guide, S3 bucket policy for an organization trail. */
export function trailBucketStatements(facts: TrailFacts): readonly PolicyStatement[] {
  const bucket = arn({ partition: facts.partition, service: "s3", resource: facts.bucketName });
  const write = (sid: string, prefix: string): PolicyStatement => ({
    Sid: sid,
    Effect: "Allow",
    Principal: CLOUDTRAIL,
    Action: "s3:PutObject",
    Resource: `${bucket}/AWSLogs/${prefix}/*`,
    Condition: {
      StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": trailArn(facts) },
    },
  });
  return [
    {
      Sid: "AWSCloudTrailAclCheck20150319",
      Effect: "Allow",
      Principal: CLOUDTRAIL,
      Action: "s3:GetBucketAcl",
      Resource: bucket,
      Condition: fromTrail(facts),
    },
    write("AWSCloudTrailWrite20150319", facts.managementAccount),
    write("AWSCloudTrailOrganizationWrite20150319", facts.organizationId),
    ...readerStatements(facts, {
      Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "s3:GetBucketLocation"],
      Resource: [bucket, `${bucket}/*`],
    }),
  ];
}

/** Key policy of an organization trail. Source: CloudTrail User Guide, AWS KMS key policies for CloudTrail. */
export function trailKeyStatements(facts: TrailFacts): readonly PolicyStatement[] {
  const anyTrail = trailArn({ ...facts, homeRegion: "*", trailName: "*" });
  return [
    {
      Sid: "AllowCloudTrailToEncrypt",
      Effect: "Allow",
      Principal: CLOUDTRAIL,
      Action: "kms:GenerateDataKey*",
      Resource: "*",
      Condition: {
        StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": anyTrail },
        ...fromTrail(facts),
      },
    },
    {
      Sid: "AllowCloudTrailToDescribe",
      Effect: "Allow",
      Principal: CLOUDTRAIL,
      Action: "kms:DescribeKey",
      Resource: "*",
      Condition: fromTrail(facts),
    },
    {
      // Needed with an S3 Bucket Key; AWS documents it without a condition.
      Sid: "AllowCloudTrailToDecrypt",
      Effect: "Allow",
      Principal: CLOUDTRAIL,
      Action: "kms:Decrypt",
      Resource: "*",
    },
    ...readerStatements(facts, {
      Action: "kms:Decrypt",
      Resource: "*",
      // "Key present": only what CloudTrail has encrypted.
      Condition: { Null: { "kms:EncryptionContext:aws:cloudtrail:arn": "false" } },
    }),
  ];
}
