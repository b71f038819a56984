import { KINDS } from "../../../terraform/handed-over/known";
import type { Problem } from "../../../terraform/handed-over/problem";
import { blocksProblems } from "../../../terraform/handed-over/stack-problems";
import { bodyOf, listOf, type Body } from "../../../terraform/json";

/** What a `terraform` block and a provider may hold: a module leaves all of it to its caller, or keeps it. */
const IN_TERRAFORM = ["backend", "cloud", "required_providers", "required_version"];
const IN_PROVIDERS = ["alias", "allowed_account_ids", "assume_role", "default_tags", "region"];

const only = (where: string, body: unknown, known: readonly string[]): readonly Problem[] =>
  Object.keys(bodyOf(body))
    .filter((key) => !known.includes(key))
    .map((got) => ({ where, rule: `hold only what a module can be made of (${known.join(", ")})`, got }));

/** What the caller could not pass a provider to: it would silently take the caller's own default. */
function withoutProvider(kind: "resource" | "data", stack: Body): readonly Problem[] {
  return Object.entries(bodyOf(stack[kind])).flatMap(([type, byName]) =>
    Object.entries(bodyOf(byName))
      .map(([name, body]) => [name, bodyOf(body)["provider"]] as const)
      .filter(([, provider]) => type !== "terraform_data" && typeof provider !== "string")
      .map(([name, got]) => ({ where: `${kind}.${type}.${name}.provider`, rule: "be named", got })),
  );
}

/** Why a stack cannot be a module: what is not understood would be lost, or mean something else. */
export const stackProblems = (stack: Body): readonly Problem[] => [
  ...only("the stack", stack, [...KINDS]),
  ...only("terraform", stack["terraform"], IN_TERRAFORM),
  ...only("terraform.required_providers", bodyOf(stack["terraform"])["required_providers"], ["aws"]),
  ...only("provider", stack["provider"], ["aws"]),
  ...listOf(bodyOf(stack["provider"])["aws"] ?? []).flatMap((each) => only("provider.aws", each, IN_PROVIDERS)),
  ...blocksProblems(stack).filter(({ where }) => KINDS.has(where.replace(/\..*/, ""))),
  ...withoutProvider("resource", stack),
  ...withoutProvider("data", stack),
];
