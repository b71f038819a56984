import { arn, parseArn } from "../../../catalogue/aws/arn";

const PARTS = [
  [
    "arn:aws:iam::222222222222:role/path/deploy",
    { partition: "aws", service: "iam", region: "", account: "222222222222", resource: "role/path/deploy" },
  ],
  [
    "arn:aws-us-gov:lambda:us-gov-west-1:111111111111:function:alerts:live",
    {
      partition: "aws-us-gov",
      service: "lambda",
      region: "us-gov-west-1",
      account: "111111111111",
      resource: "function:alerts:live",
    },
  ],
  ["arn:aws:s3:::log/a:b", { partition: "aws", service: "s3", region: "", account: "", resource: "log/a:b" }],
] as const;

test.each(PARTS)("%s is taken apart and put together again", (text, parts) => {
  expect(parseArn(text)).toEqual(parts);
  expect(arn(parts)).toBe(text);
});

test("Region and account may be left out", () => {
  expect(arn({ partition: "aws-cn", service: "s3", resource: "log" })).toBe("arn:aws-cn:s3:::log");
});

test.each([
  "",
  "alerts",
  "arn:aws:sqs",
  "arn:aws:sqs:us-east-1:111111111111:",
  "arn::iam::111111111111:root",
  "urn:a:b:c:d:e",
])("%j is no ARN", (text) => {
  expect(parseArn(text)).toBeUndefined();
});
