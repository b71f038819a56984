import { doesNotWaitFor, waits } from "./graph";
import type { Terraform } from "./terraform";

const stack: Terraform = {
  terraform: {},
  provider: { aws: [] },
  data: { aws_organizations_organization: { live: {} } },
  resource: {
    aws_s3_bucket: { logs: { bucket: "logs" } },
    aws_s3_bucket_policy: { logs: { bucket: "${aws_s3_bucket.logs.id}" } },
    aws_cloudtrail: { trail: { depends_on: ["aws_s3_bucket_policy.logs"], name: "aws_sns_topic.alone" } },
    aws_sns_topic: { alone: { name: "${length(data.aws_organizations_organization.live.roots)}" } },
  },
};

test("an element waits for what it references, what it depends on, and what those wait for", () => {
  expect([...waits(stack)("aws_cloudtrail.trail")]).toEqual(["aws_s3_bucket_policy.logs", "aws_s3_bucket.logs"]);
  expect([...waits(stack)("aws_sns_topic.alone")]).toEqual(["data.aws_organizations_organization.live"]);
});

test("a missing edge is reported", () => {
  expect(doesNotWaitFor(stack, "aws_cloudtrail.trail", ["aws_s3_bucket.logs"])).toEqual([]);
  expect(doesNotWaitFor(stack, "aws_s3_bucket_policy.logs", ["aws_sns_topic.alone"])).toEqual(["aws_sns_topic.alone"]);
});

test("an address that is not there is an error, never an edge that holds", () => {
  expect(() => waits(stack)("aws_cloudtrail.other")).toThrow("no aws_cloudtrail.other in the stack");
  expect(() => doesNotWaitFor(stack, "aws_cloudtrail.trail", ["aws_sns_topic.gone"])).toThrow("no aws_sns_topic.gone");
  expect(() => doesNotWaitFor(stack, "aws_cloudtrail.trail", [])).toThrow("no addresses to wait for");
});
