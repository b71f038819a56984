import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CASES, inForm } from "../support/examples";
import { configuration } from "../support/configuration";
import { synth } from "../support/synth";
import { type Body, type Terraform } from "../support/terraform";
import { schemaProblems } from "./judge";
import type { ProviderSchema } from "./schema";

// Version 6 of the AWS provider is judged by its schema: see extract.ts, which refreshes the golden file.
const schema = JSON.parse(readFileSync(join(__dirname, "schema.golden.json"), "utf8")) as ProviderSchema;

test.each(CASES)("%s is valid on the newest provider of version 6", (_name, config) => {
  for (const stack of Object.values(synth(config).stacks)) expect(schemaProblems(stack, schema)).toEqual([]);
});

test("the extract is of version 6 and at least as new as the compact form needs", () => {
  const [major = 0, minor = 0] = schema.provider.split(".").map(Number);
  expect(major).toBe(6);
  expect(minor).toBeGreaterThanOrEqual(40);
});

const { stacks } = synth(inForm(configuration(), "6"));

const copy = (name: string): Terraform => {
  const stack = stacks[name];
  if (stack === undefined) throw new Error(`no stack ${name}`);
  return structuredClone(stack);
};

type Mutable = Record<string, unknown>;

const bodyOf = (stack: Terraform, kind: "resource" | "data", type: string): Mutable => {
  const bodies: readonly Body[] = Object.values(stack[kind]?.[type] ?? {});
  const [first] = bodies;
  if (first === undefined) throw new Error(`no ${kind} of type ${type}`);
  return first;
};

const MUTATIONS: readonly (readonly [name: string, stack: string, mutate: (stack: Terraform) => void, says: RegExp])[] =
  [
    [
      "an argument that does not exist",
      "alarms",
      (stack) => (bodyOf(stack, "resource", "aws_sns_topic")["kms_key"] = "x"),
      /aws_sns_topic\.[\w-]+\.kms_key must be an argument/,
    ],
    [
      "a required argument that is missing",
      "alarms",
      (stack) => delete bodyOf(stack, "resource", "aws_cloudwatch_log_metric_filter")["pattern"],
      /must set pattern/,
    ],
    [
      "a read-only attribute that is set",
      "alarms",
      (stack) => (bodyOf(stack, "resource", "aws_sns_topic")["arn"] = "x"),
      /\.arn must be left out: it is read only/,
    ],
    [
      "a text where a number belongs",
      "audit-trail",
      (stack) => (bodyOf(stack, "resource", "aws_cloudwatch_log_group")["retention_in_days"] = "a year"),
      /retention_in_days must be of type number/,
    ],
    [
      "a block where a list of blocks belongs",
      "audit-trail",
      (stack) => (bodyOf(stack, "resource", "aws_s3_bucket_versioning")["versioning_configuration"] = "Enabled"),
      /versioning_configuration must be of type object/,
    ],
    [
      "an argument of a block that does not exist",
      "alarms",
      (stack) =>
        (bodyOf(stack, "resource", "aws_cloudwatch_log_metric_filter")["metric_transformation"] = { nome: "x" }),
      /metric_transformation.*must (set|be)/,
    ],
    [
      "a deprecated argument",
      "audit-trail",
      (stack) => (bodyOf(stack, "resource", "aws_s3_bucket")["acl"] = "private"),
      /acl must be left out: it is deprecated/,
    ],
    [
      "a reference to an attribute that does not exist",
      "alarms",
      (stack) =>
        (bodyOf(stack, "resource", "aws_sns_topic")["display_name"] = "${aws_kms_key.alert-encryption_key.amazon_arn}"),
      /must refer to an attribute, got aws_kms_key\.[\w-]+\.amazon_arn/,
    ],
    [
      "a reference to nothing",
      "alarms",
      (stack) => (bodyOf(stack, "resource", "aws_sns_topic")["display_name"] = "${aws_kms_key.nobody.arn}"),
      /must refer to something of its stack/,
    ],
    [
      "a type that nobody knows",
      "alarms",
      (stack) => Object.assign(stack.resource ?? {}, { aws_sns_tropic: { x: {} } }),
      /aws_sns_tropic\.x must be of a type that the extract holds/,
    ],
    [
      "a provider argument that does not exist",
      "alarms",
      (stack) => ((stack.provider.aws[0] as unknown as Mutable)["regions"] = ["us-east-1"]),
      /provider\.aws\[0\]\.regions must be an argument/,
    ],
  ];

test.each(MUTATIONS)("%s is found", (_name, stackName, mutate, says) => {
  const stack = copy(stackName);
  mutate(stack);
  expect(schemaProblems(stack, schema).join("\n")).toMatch(says);
});
