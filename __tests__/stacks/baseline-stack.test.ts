import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { App, TerraformBackend, TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { blueprintOf, parseConfig } from "../../config";
import { BaselineStack } from "../../stacks/baseline-stack";
import { configuration } from "../support/configuration";
import { synth } from "../support/synth";

class Stack extends BaselineStack {
  topic(scope: Construct, id: string): SnsTopic {
    return new SnsTopic(scope, id, { ...this.providers.at("management", "us-east-1") });
  }
}

const build = () => new Stack(new App(), "stack", blueprintOf(parseConfig(configuration())));

describe("addresses", () => {
  test("are the path below the stack, joined by _", () => {
    const stack = build();
    const group = new Construct(stack, "group");
    stack.topic(new Construct(group, "part"), "topic");
    const topics = stack.toTerraform() as { readonly resource: { readonly aws_sns_topic: object } };
    expect(Object.keys(topics.resource.aws_sns_topic)).toEqual(["group_part_topic"]);
  });

  test("two elements of one type that would share one are refused, where cdktf would merge them", () => {
    const stack = build();
    stack.topic(new Construct(stack, "a"), "b_c");
    stack.topic(new Construct(stack, "a_b"), "c");
    expect(() => stack.toTerraform()).toThrow(
      "stack/a_b/c must have an address of its own, got a_b_c, as has stack/a/b_c",
    );
  });

  test("elements of different types may share a name, as their addresses begin with the type", () => {
    const stack = build();
    stack.topic(new Construct(stack, "a"), "b");
    new TerraformOutput(stack, "a_b", { value: "x" });
    expect(() => stack.toTerraform()).not.toThrow();
  });
});

test("a stack that reads the state of another is refused, with where to look instead", () => {
  const stack = build();
  const backend = stack.node.findChild("backend");
  if (!TerraformBackend.isBackend(backend)) throw new Error("a stack has a backend");
  expect(() => backend.getRemoteStateDataSource(stack, "state", "other")).toThrow(
    "a stack must not read the state of another: name what the other stack creates (config/blueprint/names.ts)",
  );
});

test("the required version of Terraform is the configured one", () => {
  const config = configuration({ terraform: { ...configuration().terraform, requiredVersion: ">= 1.12.0" } });
  for (const { terraform } of Object.values(synth(config).stacks))
    expect(terraform["required_version"]).toBe(">= 1.12.0");
});

test("stacks are deployed after what they need", () => {
  const manifest = JSON.parse(synth(configuration()).files["manifest.json"] ?? "{}") as {
    readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
  };
  expect(
    Object.fromEntries(Object.entries(manifest.stacks).map(([name, { dependencies }]) => [name, dependencies])),
  ).toEqual({
    "root-access": [],
    guardrails: ["root-access"],
    "audit-trail": ["root-access"],
    alarms: ["audit-trail"],
    "threat-detection": ["alarms"],
  });
});
