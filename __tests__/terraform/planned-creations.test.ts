import { plannedCreations } from "../../terraform/planned-creations";

const resource = (name: string, change: object) => ({
  address: `aws_sns_topic.${name}`,
  mode: "managed",
  type: "aws_sns_topic",
  name,
  change: { actions: ["create"], after: { name }, ...change },
});
const declared = (name: string, provider: string) => ({
  mode: "managed",
  type: "aws_sns_topic",
  name,
  provider_config_key: provider,
});
const plan = {
  format_version: "1.2",
  resource_changes: [
    resource("portable", {}),
    resource("compact", { after: { name: "compact", region: "eu-west-1" } }),
    resource("imported", { actions: ["no-op"], importing: { id: "x" } }),
    resource("taken-up", { importing: { id: "x" } }),
    resource("replaced", { actions: ["delete", "create"] }),
    resource("changed", { actions: ["update"] }),
    { ...resource("read", { actions: ["read"] }), mode: "data" },
    resource("nowhere", { after: null }),
  ],
  configuration: {
    provider_config: {
      "aws.management-us-east-1": {
        expressions: {
          region: { constant_value: "us-east-1" },
          allowed_account_ids: { constant_value: ["111111111111"] },
        },
      },
    },
    root_module: {
      resources: [declared("portable", "aws.management-us-east-1"), declared("compact", "aws.management-us-east-1")],
    },
  },
};

test("what a plan creates anew, with the account and the Region of its provider", () => {
  const place = { type: "aws_sns_topic", account: "111111111111" };
  expect(plannedCreations(JSON.stringify(plan))).toEqual([
    { address: "aws_sns_topic.portable", ...place, region: "us-east-1", after: { name: "portable" } },
    {
      address: "aws_sns_topic.compact",
      ...place,
      region: "eu-west-1",
      after: { name: "compact", region: "eu-west-1" },
    },
    { address: "aws_sns_topic.nowhere", type: "aws_sns_topic", account: undefined, region: undefined, after: {} },
  ]);
});

test.each([
  ["no plan", {}],
  ["a plan that stopped", { ...plan, errored: true }],
  ["nothing", null],
])("%s is refused", (_what, value) => {
  expect(() => plannedCreations(JSON.stringify(value))).toThrow("the plan must be complete");
});
