import { awsElementsOf, type Body, elementsOf, type Terraform } from "../support/terraform";
import type { Attribute, Attributes, ProviderSchema } from "./schema";

/** Arguments that Terraform gives to everything, and that no provider declares. */
const META = new Set(["provider", "lifecycle", "depends_on", "for_each", "count", "provisioner", "connection"]);

/**
 * What providers since 5.100 call deprecated and still accept. The bindings do not say it. Sources: the schema of
 * provider 5.100.0 (`terraform providers schema -json`) and the upgrade guide of version 6.
 */
const DEPRECATED: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_event_rule: ["is_enabled"],
  aws_cloudwatch_event_target: ["launch_type"],
  aws_guardduty_detector: ["datasources"],
  aws_guardduty_organization_configuration: ["datasources", "auto_enable"],
  aws_iam_role: ["inline_policy", "managed_policy_arns"],
  aws_s3_bucket: [
    "acceleration_status",
    "acl",
    "cors_rule",
    "grant",
    "lifecycle_rule",
    "logging",
    "object_lock_configuration",
    "policy",
    "replication_configuration",
    "request_payer",
    "server_side_encryption_configuration",
    "versioning",
    "website",
  ],
};

const isObject = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isExpression = (value: unknown): boolean => typeof value === "string" && value.includes("${");

/** Whether a literal is of the type. What an expression becomes, only Terraform knows. */
function fits(value: unknown, { type, many }: Attribute): boolean {
  if (value === null || isExpression(value)) return true;
  switch (type) {
    case "string":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "bool":
      return typeof value === "boolean";
    case "list":
      return Array.isArray(value);
    case "map":
      return isObject(value);
    case "object":
      return many === true ? Array.isArray(value) && value.every(isObject) : isObject(value) || Array.isArray(value);
    case "any":
      return true;
  }
}

function argumentProblems(place: string, body: Body, attributes: Attributes): readonly string[] {
  const missing = Object.entries(attributes)
    .filter(([name, { use }]) => use === "required" && (body[name] === undefined || body[name] === null))
    .map(([name]) => `${place} must set ${name}`);
  const wrong = Object.entries(body).flatMap(([name, value]): readonly string[] => {
    const attribute = attributes[name];
    const at = `${place}.${name}`;
    if (attribute === undefined) return [`${at} must be an argument of this type`];
    if (attribute.use === "computed") return [`${at} must be left out: it is read only`];
    if (!fits(value, attribute)) return [`${at} must be of type ${attribute.type}, got ${JSON.stringify(value)}`];
    const inner = attribute.attributes;
    if (inner === undefined || isExpression(value)) return [];
    const bodies = (Array.isArray(value) ? value : [value]).filter(isObject);
    return bodies.flatMap((each, index) => argumentProblems(`${at}[${index}]`, each, inner));
  });
  return [...missing, ...wrong];
}

const deprecations = (place: string, type: string, body: Body): readonly string[] =>
  (DEPRECATED[type] ?? [])
    .filter((name) => name in body)
    .map((name) => `${place}.${name} must be left out: it is deprecated`);

/** Every text of a stack that can hold an expression, with its place. */
const textsIn = (place: string, value: unknown): readonly (readonly [string, string])[] => {
  if (typeof value === "string") return [[place, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(`${place}.${key}`, inner));
};

/** The steps that follow a reference: names of attributes; an index or a splat is one too. */
function referenceProblem(steps: readonly string[], attributes: Attributes | undefined): string | undefined {
  const [step, ...rest] = steps;
  if (step === undefined || attributes === undefined) return undefined;
  const attribute = attributes[step];
  return attribute === undefined ? step : referenceProblem(rest, attribute.attributes);
}

const REFERENCE = /(?<![\w.-])((?:data\.)?aws_\w+)\.([\w-]+)((?:\[[^\]]*\]|\.\w+)*)/g;

/** What stands between `${` and its closing brace; braces inside belong to it. `$${` is text. */
function expressionsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\$)\$\{/g)].map(({ index }) => {
    let depth = 0;
    for (let end = index + 1; end < text.length; end += 1) {
      if (text[end] === "{") depth += 1;
      if (text[end] === "}") depth -= 1;
      if (depth === 0) return text.slice(index + 2, end);
    }
    return text.slice(index + 2);
  });
}

function referenceProblems(stack: Terraform, { types }: ProviderSchema): readonly string[] {
  const known = new Set(elementsOf(stack).map(({ address }) => address));
  const texts = textsIn("", { resource: stack.resource, data: stack.data, output: stack.output });
  const expressions = texts.flatMap(([place, text]) =>
    expressionsIn(text).map((expression) => [place.slice(1), expression] as const),
  );
  return expressions.flatMap(([place, expression]) =>
    // What stands in quotes is text.
    [...expression.replace(/"[^"]*"/g, '""').matchAll(REFERENCE)].flatMap(([, type = "", name = "", path = ""]) => {
      const address = `${type}.${name}`;
      if (!known.has(address)) return [`${place} must refer to something of its stack, got ${address}`];
      const steps = path
        .replace(/\[[^\]]*\]/g, "")
        .split(".")
        .filter((step) => step !== "");
      const wrong = referenceProblem(steps, types[type]);
      return wrong === undefined ? [] : [`${place} must refer to an attribute, got ${address}${path} (${wrong})`];
    }),
  );
}

function providerProblems(stack: Terraform, { types }: ProviderSchema): readonly string[] {
  return stack.provider.aws.flatMap((provider, index) => {
    const body = Object.fromEntries(Object.entries(provider).filter(([name]) => name !== "alias"));
    return argumentProblems(`provider.aws[${index}]`, body, types["provider"] ?? {});
  });
}

/** What a version of the AWS provider would refuse or warn of in a stack, as far as its schema says it. */
export function schemaProblems(stack: Terraform, schema: ProviderSchema): readonly string[] {
  const elements = awsElementsOf(stack).flatMap(({ address, type, body }) => {
    const attributes = schema.types[address.startsWith("data.") ? `data.${type}` : type];
    if (attributes === undefined) return [`${address} must be of a type that the extract holds: refresh it`];
    const own = Object.fromEntries(Object.entries(body).filter(([name]) => !META.has(name)));
    return [...argumentProblems(address, own, attributes), ...deprecations(address, type, body)];
  });
  return [...elements, ...providerProblems(stack, schema), ...referenceProblems(stack, schema)];
}
