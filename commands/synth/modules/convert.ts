import type { Blueprint } from "../../../config";
import { sentence, type Problem } from "../../../terraform/handed-over/problem";
import { bodyOf, listOf, providersIn, type Body } from "../../../terraform/json";
import { Refusals } from "../../../terraform/refusal";
import { identitiesOf, variableOf, withVariables, type Identity } from "./identities";
import { pinned, pinsFor } from "./pins";
import { IMPORTS, IMPORTS_OUTPUT, rootImports, workedOut, type RootImport } from "./root-imports";
import { stackProblems } from "./stack-problems";
import { lookedUpTargets, TARGET_IDS, targetIdsVariable, withTargetIds } from "./target-ids";

/** A stack as a module, and what its caller has to write. */
export interface StackModule {
  readonly name: string;
  /** Terraform JSON of the module. */
  readonly terraform: Body;
  /** Provider configurations that the caller passes, as the stack has them. */
  readonly providers: readonly Body[];
  /** Variables of those: the roles that they assume. */
  readonly callerVariables: Body;
  /** Imports that the caller repeats. */
  readonly imports: readonly RootImport[];
  /** Targets that `target_ids` names. */
  readonly targets: readonly string[];
}

const mapValues = (all: unknown, change: (value: unknown) => unknown): Body =>
  Object.fromEntries(Object.entries(bodyOf(all)).map(([name, value]) => [name, change(value)]));

const pick = (all: Body, isKept: (name: string) => boolean): Body =>
  Object.fromEntries(Object.entries(all).filter(([name]) => isKept(name)));

const unlessEmpty = (kind: string, body: Body): Body => (Object.keys(body).length === 0 ? {} : { [kind]: body });

/** Resources or data sources of both, by type. */
const merged = (left: Body, right: Body): Body => ({
  ...left,
  ...Object.fromEntries(Object.entries(right).map(([type, all]) => [type, { ...bodyOf(left[type]), ...bodyOf(all) }])),
});

/** Whether a part refers to the variable. */
const uses = (part: unknown, variable: string): boolean =>
  new RegExp(`\\bvar\\.${variable}\\b`).test(JSON.stringify(part));

/** The configurations of the providers that something uses. Of the others, what they destroy, the caller's own do. */
function usedProviders(stack: Body): readonly Body[] {
  const used = providersIn(stack);
  return listOf(bodyOf(stack["provider"])["aws"])
    .map(bodyOf)
    .filter(({ alias }) => used.has(`aws.${String(alias)}`));
}

/** An id that is left would be of the organization whose configuration it is, whoever calls the module. */
const leftOver = (value: unknown, identities: readonly Identity[]): readonly Problem[] =>
  identities
    .filter(({ id }) => new RegExp(`(?<!\\d)${id}(?!\\d)`).test(JSON.stringify(value)))
    .map(({ id, variable }) => ({
      where: "every name",
      rule: `be without what is var.${variable} in a module`,
      got: id,
    }));

/** The blocks of a module, with variables for ids, and everything behind the pins of its providers. */
function blocksOf(stack: Body, providers: readonly Body[], identities: readonly Identity[]): Body {
  const own = (value: unknown): unknown => withVariables(value, identities);
  const bodies = (byType: unknown): Body =>
    mapValues(byType, (byName) =>
      mapValues(byName, (body) => pinned(bodyOf(own(pick(bodyOf(body), (key) => key !== "//"))))),
    );
  const pins = pinsFor(
    providers.map(({ alias, region, allowed_account_ids: ids }) => ({
      ...{ alias: String(alias), region: String(region), account: String(own(listOf(ids)[0])) },
    })),
  );
  const imported = mapValues(workedOut(stack["import"]), own);
  return {
    ...unlessEmpty("locals", { ...withTargetIds(mapValues(stack["locals"], own)), ...unlessEmpty(IMPORTS, imported) }),
    data: merged(bodies(stack["data"]), pins),
    resource: bodies(stack["resource"]),
    ...unlessEmpty("check", mapValues(stack["check"], own)),
    ...unlessEmpty("output", {
      ...mapValues(stack["output"], own),
      ...(Object.keys(imported).length === 0 ? {} : IMPORTS_OUTPUT),
    }),
  };
}

/** The module that a stack becomes. Throws Refusals where the stack holds what it does not know. */
export function moduleOf(name: string, stack: Body, blueprint: Blueprint): StackModule {
  const identities = identitiesOf(blueprint);
  const refuse = (problems: readonly Problem[]): void => {
    if (problems.length > 0) throw new Refusals(`the stack ${name} as a module`, problems.map(sentence));
  };
  refuse(stackProblems(stack));
  const providers = usedProviders(stack);
  const blocks = blocksOf(stack, providers, identities);
  refuse(leftOver(blocks, identities));

  const passed = identities.filter(({ variable }) => uses(blocks, variable));
  const targets = lookedUpTargets(stack["locals"]);
  const variables = bodyOf(stack["variable"]);
  const { required_version, required_providers } = bodyOf(stack["terraform"]);
  const aliases = providers.map(({ alias }) => `aws.${String(alias)}`);
  return {
    ...{ name, providers, targets, imports: rootImports(stack["import"]) },
    callerVariables: pick(variables, (variable) => uses(providers, variable)),
    terraform: {
      terraform: {
        required_version,
        required_providers: { aws: { ...bodyOf(bodyOf(required_providers)["aws"]), configuration_aliases: aliases } },
      },
      ...unlessEmpty("variable", {
        ...Object.fromEntries(passed.map((identity) => [identity.variable, variableOf(identity, passed)])),
        ...pick(variables, (variable) => uses(blocks, variable)),
        ...(targets.length === 0 ? {} : { [TARGET_IDS]: targetIdsVariable(targets) }),
      }),
      ...blocks,
      // They hold addresses, and no expressions.
      ...pick(stack, (kind) => kind === "moved" || kind === "removed"),
    },
  };
}
