import type { Body } from "../../../terraform/json";
import type { StackModule } from "./convert";
import { hclBlock } from "./hcl";
import { IMPORTS, resourceIn, type RootImport } from "./root-imports";

/** Name of a call: what Terraform takes as one, and what the address of everything begins with. */
export const callName = ({ name }: StackModule): string => name.replaceAll("-", "_");

/** A block without labels that hold their values: Terraform's own words for variables. */
const variable = ([name, body]: readonly [string, unknown]): string => {
  const { type, description, default: byDefault, ...others } = body as Body;
  return hclBlock(`variable ${JSON.stringify(name)}`, {
    type: `\${${String(type)}}`,
    description,
    default: byDefault,
    ...others,
  });
};

function importBlock({ to, id }: RootImport, call: string): string {
  const address = `\${module.${call}.${to}}`;
  if (id !== undefined)
    return [`import {`, `  to = ${address.slice(2, -1)}`, `  id = ${JSON.stringify(id)}`, "}"].join("\n");
  return [
    "import {",
    `  for_each = module.${call}.${IMPORTS}[${JSON.stringify(resourceIn(to))}]`,
    `  to       = ${address.slice(2, -1)}`,
    "  id       = each.value",
    "}",
  ].join("\n");
}

/** What a root module writes to call a module for the organization of the configuration. */
export function callOf(stack: StackModule): string {
  const call = callName(stack);
  const { required_version: version, required_providers: providers } = stack.terraform["terraform"] as {
    readonly required_version: string;
    readonly required_providers: { readonly aws: { readonly source: string; readonly version: string } };
  };
  const { aws } = providers;
  const width = Math.max(0, ...stack.providers.map(({ alias }) => `aws.${String(alias)}`.length));
  return [
    [
      "terraform {",
      `  required_version = ${JSON.stringify(version)}`,
      "",
      "  required_providers {",
      "    aws = {",
      `      source  = ${JSON.stringify(aws.source)}`,
      `      version = ${JSON.stringify(aws.version)}`,
      "    }",
      "  }",
      "}",
    ].join("\n"),
    ...Object.entries(stack.callerVariables).map(variable),
    ...stack.providers.map((provider) => hclBlock('provider "aws"', provider)),
    [
      `module "${call}" {`,
      `  source = "./modules/${stack.name}"`,
      "",
      "  providers = {",
      ...stack.providers.map(({ alias }) => `    ${`aws.${String(alias)}`.padEnd(width)} = aws.${String(alias)}`),
      "  }",
      "}",
    ].join("\n"),
    ...stack.imports.map((each) => importBlock(each, call)),
  ].join("\n\n");
}
