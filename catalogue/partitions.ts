/**
 * The partitions of AWS and their Regions.
 *
 * Source: AWS service endpoints (botocore `partitions.json` and `endpoints.json`, 2026-11) and the AWS Account
 * Management guide (Regions enabled by default). Where a list is older than a new Region, add the Region here.
 */
export interface Partition {
  /** The second field of every ARN of the partition. */
  readonly id: "aws" | "aws-us-gov" | "aws-cn";
  /** Region in which global services (IAM, Organizations, console sign-in of the root user) record their events. */
  readonly globalRegion: string;
  /** Domain of the Regional service principals that CloudWatch Logs uses. */
  readonly dnsSuffix: "amazonaws.com" | "amazonaws.com.cn";
  /** Regions that every account of the partition has without opting in. */
  readonly defaultRegions: readonly string[];
  /** Regions that an account uses only after it has opted in. */
  readonly optInRegions: readonly string[];
  /**
   * Features of centralized root access that exist in the partition.
   * GovCloud accounts have no root credentials to manage, only sessions (IAM User Guide, centralized root access).
   */
  readonly rootFeatures: readonly RootFeature[];
}

/** A feature of centralized root access, by the name that the IAM API gives it. */
export type RootFeature = "RootCredentialsManagement" | "RootSessions";

export const PARTITIONS: readonly Partition[] = [
  {
    id: "aws",
    globalRegion: "us-east-1",
    dnsSuffix: "amazonaws.com",
    defaultRegions: [
      "us-east-1",
      "us-east-2",
      "us-west-1",
      "us-west-2",
      "ap-south-1",
      "ap-northeast-1",
      "ap-northeast-2",
      "ap-northeast-3",
      "ap-southeast-1",
      "ap-southeast-2",
      "ca-central-1",
      "eu-central-1",
      "eu-west-1",
      "eu-west-2",
      "eu-west-3",
      "eu-north-1",
      "sa-east-1",
    ],
    optInRegions: [
      "af-south-1",
      "ap-east-1",
      "ap-east-2",
      "ap-south-2",
      "ap-southeast-3",
      "ap-southeast-4",
      "ap-southeast-5",
      "ap-southeast-6",
      "ap-southeast-7",
      "ca-west-1",
      "eu-central-2",
      "eu-south-1",
      "eu-south-2",
      "il-central-1",
      "me-central-1",
      "me-south-1",
      "mx-central-1",
    ],
    rootFeatures: ["RootCredentialsManagement", "RootSessions"],
  },
  {
    id: "aws-us-gov",
    globalRegion: "us-gov-west-1",
    dnsSuffix: "amazonaws.com",
    defaultRegions: ["us-gov-east-1", "us-gov-west-1"],
    optInRegions: [],
    rootFeatures: ["RootSessions"],
  },
  {
    id: "aws-cn",
    globalRegion: "cn-north-1",
    dnsSuffix: "amazonaws.com.cn",
    defaultRegions: ["cn-north-1", "cn-northwest-1"],
    optInRegions: [],
    rootFeatures: ["RootCredentialsManagement", "RootSessions"],
  },
];

/** All Regions of a partition, those enabled by default first. */
export const regionsOf = (partition: Partition): readonly string[] => [
  ...partition.defaultRegions,
  ...partition.optInRegions,
];

/** The partition that a Region belongs to, or undefined for a Region that does not exist. */
export const partitionOf = (region: string): Partition | undefined =>
  PARTITIONS.find((partition) => regionsOf(partition).includes(region));
