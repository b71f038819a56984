import { canonical } from "../planning/normalized-changes";
import { withoutCredentials } from "../credentials";
import { isBody, listOf, type Body } from "../json";
import { REGION } from "./known";
import { type Problem } from "./problem";

/** What decides who a stack is to AWS, where its state lies and which programs run: it is as on the base branch. */

const BASE = "be as on the base branch; a person plans such a change";

const without = (body: Body, ...names: readonly string[]): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

/** Without what may differ: another release of the same provider and of the same tool. */
function settings(terraform: unknown): unknown {
  if (!isBody(terraform)) return terraform ?? null;
  const { required_providers: providers } = terraform;
  const withoutVersion = (provider: unknown) =>
    isBody(provider) && typeof provider["version"] === "string" ? without(provider, "version") : provider;
  return {
    ...without(terraform, "required_version"),
    required_providers: isBody(providers)
      ? Object.fromEntries(Object.entries(providers).map(([name, each]) => [name, withoutVersion(each)]))
      : providers,
  };
}

function terraformProblems(stack: Body, base: Body): readonly Problem[] {
  const [handed, ours] = [stack, base].map(({ terraform }) => settings(terraform));
  if (canonical(handed) === canonical(ours)) return [];
  return [{ where: "terraform", rule: `${BASE} (backend, providers and their sources)`, got: handed }];
}

/** Whose credentials a provider uses and in which account: all but its name, its Region and the tags that it sets. */
function identity(configuration: unknown): string {
  if (!isBody(configuration)) return canonical(configuration ?? null);
  return canonical(without(configuration, "alias", "region", "default_tags"));
}

function providerProblems({ provider: all }: Body, { provider: ours }: Body): readonly Problem[] {
  if (all === undefined) return [];
  if (!isBody(all)) return [{ where: "provider", rule: "be an object", got: all }];
  const known: Body = isBody(ours) ? ours : {};
  return Object.entries(all).flatMap(([name, configurations]): readonly Problem[] => {
    const where = `provider.${name}`;
    if (!Object.hasOwn(known, name)) return [{ where, rule: BASE, got: configurations }];
    const identities = listOf(known[name]).map(identity);
    return listOf(configurations).flatMap((each): readonly Problem[] => {
      if (!isBody(each)) return [{ where, rule: "be an object", got: each }];
      const place = typeof each["alias"] === "string" ? `${where}.${each["alias"]}` : where;
      const { region } = each;
      const isRegion = region === undefined || (typeof region === "string" && REGION.test(region));
      return [
        ...(identities.includes(identity(each))
          ? []
          : [{ where: place, rule: BASE, got: without(each, "alias", "region", "default_tags") }]),
        ...(isRegion ? [] : [{ where: `${place}.region`, rule: "be a Region", got: region }]),
      ];
    });
  });
}

/** A variable is read from the environment of whoever plans, so no other may be. */
function variableProblems({ variable: all }: Body, { variable: ours }: Body): readonly Problem[] {
  if (all === undefined) return [];
  if (!isBody(all)) return [{ where: "variable", rule: "be an object", got: all }];
  const known: Body = isBody(ours) ? ours : {};
  return Object.entries(all).flatMap(([name, body]) =>
    canonical(known[name] ?? null) === canonical(body) ? [] : [{ where: `variable.${name}`, rule: BASE, got: body }],
  );
}

/** What is told of stands in the log of the pipeline, and in the comment: without what opens anything. */
export const frameProblems = (stack: Body, base: Body): readonly Problem[] =>
  [...terraformProblems(stack, base), ...providerProblems(stack, base), ...variableProblems(stack, base)].map(
    (problem) => ({ ...problem, got: withoutCredentials(problem.got, () => "(sensitive)") }),
  );
