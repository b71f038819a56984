import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { staleStacks } from "../../../commands/synth/staleness";

const STACK = {
  resource: { aws_sns_topic: { low: { name: "low" }, high: { name: "high" } } },
  data: { aws_region: { home: {} } },
  provider: { aws: [{ alias: "a", region: "us-east-1" }, { region: "eu-west-1" }] },
  moved: [{ from: "aws_sns_topic.old", to: "aws_sns_topic.low" }],
  output: { arn: { value: "a" } },
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "staleness-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = (value: unknown) => JSON.stringify(value, undefined, 2);

function put(file: string, contents: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), contents);
}

const stale = () => staleStacks(folder, new Map([["alarms", text(STACK)]]));

test("a stack is as it is synthesized, whatever its line ends and whoever's lock file lies beside it", () => {
  put("alarms/cdk.tf.json", text(STACK).replaceAll("\n", "\r\n"));
  put("alarms/.terraform.lock.hcl", "");
  put("notes/readme.md", "");
  expect(stale()).toEqual([]);
});

test("a stack is missing where its file is, or where there is no folder at all", () => {
  const missing = { stack: "alarms", what: "missing", addresses: [], files: [] };
  expect(stale()).toEqual([missing]);
  expect(staleStacks(join(folder, "nowhere"), new Map([["alarms", ""]]))).toEqual([missing]);
});

test.each([
  ["a resource", { ...STACK, resource: { aws_sns_topic: { high: { name: "high" } } } }, ["aws_sns_topic.low"]],
  ["a data source", { ...STACK, data: {} }, ["data", "data.aws_region.home"]],
  ["a provider", { ...STACK, provider: { aws: [STACK.provider.aws[1]] } }, ["provider.aws.a"]],
  ["a provider twice", { ...STACK, provider: { aws: [...STACK.provider.aws, {}] } }, ["provider.aws"]],
  ["a move", { ...STACK, moved: [] }, ["moved aws_sns_topic.low"]],
  ["an output", { ...STACK, output: { arn: { value: "b" } } }, ["output.arn"]],
  ["a kind of block", { ...STACK, locals: { a: 1 } }, ["locals.a"]],
])("what differs is named: %s", (_what, there, addresses) => {
  put("alarms/cdk.tf.json", text(there));
  expect(stale()).toEqual([{ stack: "alarms", what: "another", addresses, files: [] }]);
});

test("no JSON differs in everything; a key that stands twice is the same blocks, written otherwise", () => {
  put("alarms/cdk.tf.json", "{");
  expect(stale()[0]?.addresses).toContain("aws_sns_topic.high");
  put("alarms/cdk.tf.json", text(STACK).replace("{", '{"output": {"arn": {"value": "evil"}},'));
  expect(stale()).toEqual([{ stack: "alarms", what: "another", addresses: [], files: [] }]);
});

test("stray is whatever else Terraform or OpenTofu would read", () => {
  put("alarms/cdk.tf.json", text(STACK));
  put("alarms/override.tf.json", "{}");
  put("alarms/more.tofu", "");
  put("gone/cdk.tf.json", "{}");
  expect(stale().map(({ stack, what, files }) => [stack, what, files])).toEqual([
    ["alarms", "stray", ["more.tofu", "override.tf.json"]],
    ["gone", "stray", ["cdk.tf.json"]],
  ]);
});
