import type { Blueprint } from "../../../config";
import { KINDS } from "../../../terraform/handed-over/known";
import { sentence, type Problem } from "../../../terraform/handed-over/problem";
import { blocksProblems } from "../../../terraform/handed-over/stack-problems";
import { isBody, listOf, type Body } from "../../../terraform/json";
import { Refusals } from "../../../terraform/refusal";
import { identitiesOf, variableOf, withVariables, type Identity } from "./identities";
import { mapBodies, pinned, pinsFor } from "./pins";
import { IMPORTS, rootImports, workedOut, type RootImport } from "./root-imports";
import { lookedUpTargets, TARGET_IDS, targetIdsVariable, withTargetIds } from "./target-ids";

/** A stack as a module, and what its caller has to write. */
export interface StackModule {
  readonly name: string;
  /** Terraform JSON of the module. */
  readonly terraform: Body;
  /** Provider configurations that the caller passes, as the stack has them. */
  readonly providers: readonly Body[];
  /** Variables of those, such as the roles that they assume. */
  readonly callerVariables: Body;
  /** Imports that the caller repeats. */
  readonly imports: readonly RootImport[];
  /** Targets that `target_ids` may name. */
  readonly targets: readonly string[];
}

const IN_TERRAFORM: readonly string[] = ["backend", "cloud", "required_providers", "required_version"];
const IN_PROVIDERS: readonly string[] = ["alias", "allowed_account_ids", "assume_role", "default_tags", "region"];

const keysOf = (value: unknown): readonly string[] => (isBody(value) ? Object.keys(value) : []);
const bodyOf = (value: unknown): Body => (isBody(value) ? value : {});

/** Blocks that name addresses, which hold no expressions. */
const ADDRESSES = ["moved", "removed"] as const;

/** What would be lost or changed in meaning: nothing of a stack is dropped that is not understood. */
function problemsOf(stack: Body): readonly Problem[] {
  const providers = listOf(bodyOf(stack["provider"])["aws"] ?? []).map(bodyOf);
  const only = (where: string, keys: readonly string[], known: readonly string[]): readonly Problem[] =>
    keys.filter((key) => !known.includes(key)).map((got) => ({ where, rule: `hold ${known.join(", ")} alone`, got }));
  const withoutProvider = (["resource", "data"] as const).flatMap((kind) =>
    Object.entries(bodyOf(stack[kind])).flatMap(([type, byName]) =>
      Object.entries(bodyOf(byName))
        .filter(([, body]) => type !== "terraform_data" && typeof bodyOf(body)["provider"] !== "string")
        .map(([name, body]) => ({
          where: `${type}.${name}.provider`,
          rule: "be named",
          got: bodyOf(body)["provider"],
        })),
    ),
  );
  return [
    ...only("the stack", keysOf(stack), [...KINDS]),
    ...only("terraform", keysOf(stack["terraform"]), IN_TERRAFORM),
    ...only("terraform.required_providers", keysOf(bodyOf(stack["terraform"])["required_providers"]), ["aws"]),
    ...only("provider", keysOf(stack["provider"]), ["aws"]),
    ...providers.flatMap((provider) => only("provider.aws", keysOf(provider), IN_PROVIDERS)),
    ...blocksProblems(stack),
    ...withoutProvider,
  ];
}

/** An id that is no variable would be of the organization whose configuration it is, whoever calls the module. */
const leftOver = (place: string, value: unknown, identities: readonly Identity[]): readonly Problem[] =>
  identities
    .filter(({ id }) => JSON.stringify(value ?? null).includes(id))
    .map(({ id, variable }) => ({ where: place, rule: `hold ${id} where it can be var.${variable}`, got: id }));

const withoutComments = (body: Body): Body => Object.fromEntries(Object.entries(body).filter(([key]) => key !== "//"));

const mapValues = (all: Body, change: (value: unknown) => unknown): Body =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, change(value)]));

/** Whether a part refers to the variable. */
const uses = (part: unknown, variable: string): boolean =>
  new RegExp(`\\bvar\\.${variable}\\b`).test(JSON.stringify(part));

const those = (all: Body, isKept: (name: string) => boolean): Body =>
  Object.fromEntries(Object.entries(all).filter(([name]) => isKept(name)));

const unlessEmpty = (kind: string, body: Body): Body => (Object.keys(body).length === 0 ? {} : { [kind]: body });

/** Aliases of the providers that anything in a stack uses. The others are idle: they destroy what a caller left. */
const aliasesIn = (stack: Body): ReadonlySet<string> =>
  new Set(
    [
      ...JSON.stringify({ resource: stack["resource"], data: stack["data"] }).matchAll(/"provider":"aws\.([\w-]+)"/g),
    ].map(([, alias = ""]) => alias),
  );

/** The module that a stack becomes. Throws Refusals where the stack holds what it does not know. */
export function moduleOf(name: string, stack: Body, blueprint: Blueprint): StackModule {
  const identities = identitiesOf(blueprint);
  const problems = problemsOf(stack);
  if (problems.length > 0) throw new Refusals(`the stack ${name}`, problems.map(sentence));

  const aliases = aliasesIn(stack);
  const providers = listOf(bodyOf(stack["provider"])["aws"])
    .map(bodyOf)
    .filter(({ alias }) => aliases.has(String(alias)));
  const asVariables = (byName: unknown): Body => mapValues(bodyOf(byName), (body) => withVariables(body, identities));
  const passed = providers.map(({ alias, region, allowed_account_ids: ids }) => ({
    alias: String(alias),
    region: String(region),
    account: String(withVariables(listOf(ids)[0], identities)),
  }));

  const targets = lookedUpTargets(stack["locals"]);
  const imported = bodyOf(workedOut(stack["import"]));
  const pins = pinsFor(passed);
  const data = mapBodies(stack["data"], (body) => pinned(asVariables(withoutComments(body))));
  const blocks: Body = {
    ...unlessEmpty("locals", {
      ...withTargetIds(asVariables(stack["locals"])),
      ...unlessEmpty(IMPORTS, asVariables(imported)),
    }),
    data: { ...data, ...merged(data, pins) },
    resource: mapBodies(stack["resource"], (body) => pinned(asVariables(withoutComments(body)))),
    ...unlessEmpty("check", asVariables(stack["check"])),
    ...unlessEmpty("output", {
      ...asVariables(stack["output"]),
      ...(Object.keys(imported).length === 0 ? {} : { [IMPORTS]: IMPORTS_OUTPUT }),
    }),
  };
  const left = leftOver(name, blocks, identities);
  if (left.length > 0) throw new Refusals(`the stack ${name}`, left.map(sentence));

  const own = identities.filter(({ variable }) => uses(blocks, variable));
  const stackVariables = bodyOf(stack["variable"]);
  const { source, version } = bodyOf(bodyOf(bodyOf(stack["terraform"])["required_providers"])["aws"]);
  return {
    name,
    providers,
    targets,
    imports: rootImports(stack["import"]),
    callerVariables: those(stackVariables, (variable) => uses(providers, variable)),
    terraform: {
      terraform: {
        required_version: bodyOf(stack["terraform"])["required_version"],
        required_providers: {
          aws: { source, version, configuration_aliases: passed.map(({ alias }) => `aws.${alias}`) },
        },
      },
      ...unlessEmpty("variable", {
        ...Object.fromEntries(own.map((identity) => [identity.variable, variableOf(identity, own)])),
        ...those(stackVariables, (variable) => uses(blocks, variable)),
        ...(targets.length === 0 ? {} : { [TARGET_IDS]: targetIdsVariable(targets) }),
      }),
      ...blocks,
      ...Object.fromEntries(ADDRESSES.filter((kind) => kind in stack).map((kind) => [kind, stack[kind]])),
    },
  };
}

const IMPORTS_OUTPUT: Body = {
  description: "Ids of what is live and wanted, for the import blocks of the caller",
  value: `\${local.${IMPORTS}}`,
};

/** Data sources of both, by type: a type of the one may be a type of the other. */
const merged = (left: Body, right: Body): Body =>
  Object.fromEntries(
    Object.entries(right).map(([type, byName]) => [type, { ...bodyOf(left[type]), ...bodyOf(byName) }]),
  );
