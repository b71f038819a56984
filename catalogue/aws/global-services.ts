import type { Partition } from "../partitions";

/**
 * Services with one endpoint for a whole partition. A call to one of them carries the Region of that endpoint in
 * `aws:RequestedRegion`, wherever the caller works: a lock on other Regions holds it back.
 *
 * Source: AWS service endpoints (botocore 1.43 `endpoints.json`: partitionEndpoint and its credentialScope, and services
 * with a single Region; endpoint rule sets of billing and freetier); for chatbot and devicefarm the IAM User Guide,
 * "AWS: Denies access to AWS based on the requested Region"; for globalaccelerator its Developer Guide. Read 2026-11.
 */
const ENDPOINTS: Readonly<Record<Partition["id"], Readonly<Record<string, readonly string[]>>>> = {
  aws: {
    "us-east-1": [
      "account",
      "billing",
      "billingconductor",
      "budgets",
      "ce",
      "chime",
      "cloudfront",
      "cost-optimization-hub",
      "cur",
      "freetier",
      "health",
      "iam",
      "importexport",
      "notifications-contacts",
      "organizations",
      "route53",
      "route53domains",
      "savingsplans",
      "shield",
      "support",
      "tax",
      "waf",
    ],
    "us-west-2": ["chatbot", "devicefarm", "globalaccelerator", "networkmanager"],
  },
  "aws-us-gov": {
    "us-gov-west-1": ["iam", "networkmanager", "organizations", "route53", "support"],
  },
  "aws-cn": {
    "cn-north-1": ["iam", "support"],
    "cn-northwest-1": ["account", "budgets", "ce", "cloudfront", "freetier", "health", "organizations", "route53"],
  },
};

/** The service of an action: `iam` of `iam:CreateUser`. */
export const serviceOfAction = (action: string): string => action.split(":")[0]?.toLowerCase() ?? "";

/** The Region that every call of the action carries; undefined where the caller chooses the endpoint. */
export function globalRegionOf(partition: Partition["id"], action: string): string | undefined {
  const service = serviceOfAction(action);
  return Object.entries(ENDPOINTS[partition]).find(([, services]) => services.includes(service))?.[0];
}

/**
 * The Regions that a call may carry. STS has a global endpoint besides the Regional ones: a call to it carries the
 * partition's global Region. Only AssumeRoot refuses it (STS API Reference, AssumeRoot).
 */
export function requestedRegionsOf(partition: Partition, action: string, region: string): readonly string[] {
  const global = globalRegionOf(partition.id, action);
  if (global !== undefined) return [global];
  const hasGlobal = serviceOfAction(action) === "sts" && action.toLowerCase() !== "sts:assumeroot";
  return hasGlobal ? [...new Set([region, partition.globalRegion])] : [region];
}
