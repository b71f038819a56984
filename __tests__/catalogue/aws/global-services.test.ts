import { globalRegionOf, requestedRegionsOf } from "../../../catalogue/aws/global-services";
import { PARTITIONS, regionsOf } from "../../../catalogue/partitions";

test.each([
  ["aws", "iam:CreateUser", "us-east-1"],
  ["aws", "IAM:createuser", "us-east-1"],
  ["aws", "organizations:DescribeOrganization", "us-east-1"],
  ["aws", "networkmanager:ListConnections", "us-west-2"],
  ["aws", "ec2:RunInstances", undefined],
  ["aws-us-gov", "iam:CreateUser", "us-gov-west-1"],
  ["aws-us-gov", "budgets:ViewBudget", undefined],
  ["aws-cn", "iam:CreateUser", "cn-north-1"],
  ["aws-cn", "organizations:DescribeOrganization", "cn-northwest-1"],
  ["aws-cn", "account:GetContactInformation", "cn-northwest-1"],
] as const)("in %s, %s carries %s", (partition, action, region) => {
  expect(globalRegionOf(partition, action)).toBe(region);
});

describe.each(PARTITIONS.map((partition) => [partition.id, partition] as const))("%s", (_id, partition) => {
  const [home = ""] = partition.defaultRegions;

  it("has its global services in Regions of its own", () => {
    expect(regionsOf(partition)).toContain(globalRegionOf(partition.id, "iam:CreateUser"));
    expect(regionsOf(partition)).toContain(globalRegionOf(partition.id, "organizations:ListRoots"));
  });

  it("has STS in the caller's Region, and at the global endpoint, but for AssumeRoot", () => {
    expect(requestedRegionsOf(partition, "sts:AssumeRole", home)).toContain(partition.globalRegion);
    expect(requestedRegionsOf(partition, "sts:AssumeRoot", home)).toEqual([home]);
    expect(requestedRegionsOf(partition, "ec2:RunInstances", home)).toEqual([home]);
  });
});
