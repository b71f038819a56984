import { expressionProblems } from "./expressions";
import { frameProblems } from "./frame";
import { BLOCKS, DATA, KINDS, NOT_IN_RESOURCES, PINNED, REGION, RESOURCES } from "./known";
import { isBody, listOf, type Body } from "../json";
import { type Problem } from "./problem";

/** Deeper than any stack of ours nests: they reach 9. */
const DEEPEST = 40;

/** A provider configuration by its name. */
const PROVIDER = /^aws(\.[\w-]+)?$/;

function keysProblems(where: string, body: unknown, allowed: readonly string[]): readonly Problem[] {
  if (!isBody(body)) return [{ where, rule: "be an object", got: body }];
  const others = Object.keys(body).filter((key) => !allowed.includes(key));
  return others.map((key) => ({ where: `${where}.${key}`, rule: `be one of ${allowed.join(", ")}`, got: key }));
}

/** A resource or a data source. */
function bodyProblems(where: string, type: string, body: unknown): readonly Problem[] {
  if (!isBody(body)) return [{ where, rule: "be an object", got: body }];
  const { provider, lifecycle, region } = body;
  return [
    ...NOT_IN_RESOURCES.filter((key) => Object.hasOwn(body, key)).map((key) => ({
      where,
      rule: `have no ${key}`,
      got: body[key],
    })),
    ...(provider === undefined || (typeof provider === "string" && PROVIDER.test(provider))
      ? []
      : [{ where: `${where}.provider`, rule: "be a provider of AWS by its name", got: provider }]),
    ...(region === undefined || (typeof region === "string" && REGION.test(region))
      ? []
      : [{ where: `${where}.region`, rule: "be a Region", got: region }]),
    ...(lifecycle === undefined
      ? []
      : listOf(lifecycle).flatMap((each) => keysProblems(`${where}.lifecycle`, each, BLOCKS["lifecycle"] ?? []))),
    ...Object.entries(PINNED[type] ?? {})
      .filter(([key, value]) => body[key] !== value)
      .map(([key, value]) => ({ where: `${where}.${key}`, rule: `be ${value ?? "nothing"}`, got: body[key] })),
  ];
}

function typesProblems(kind: "resource" | "data", all: unknown, known: ReadonlySet<string>): readonly Problem[] {
  if (all === undefined) return [];
  if (!isBody(all)) return [{ where: kind, rule: "be an object", got: all }];
  return Object.entries(all).flatMap(([type, byName]): readonly Problem[] => {
    const where = kind === "data" ? `data.${type}` : type;
    if (!known.has(type)) return [{ where, rule: `be a ${kind} of the baseline`, got: type }];
    if (!isBody(byName)) return [{ where, rule: "be an object", got: byName }];
    return Object.entries(byName).flatMap(([name, body]) => bodyProblems(`${where}.${name}`, type, body));
  });
}

/** What is not known of the blocks whose meaning is Terraform's. */
export function blocksProblems(stack: Body): readonly Problem[] {
  return Object.entries(stack).flatMap(([kind, all]): readonly Problem[] => {
    if (!KINDS.has(kind)) return [{ where: kind, rule: `be one of ${[...KINDS].join(", ")}`, got: kind }];
    const allowed = BLOCKS[kind];
    if (allowed === undefined) return [];
    if (kind !== "check" && kind !== "output") return listOf(all).flatMap((each) => keysProblems(kind, each, allowed));
    if (!isBody(all)) return [{ where: kind, rule: "be an object", got: all }];
    return Object.entries(all).flatMap(([name, body]) => keysProblems(`${kind}.${name}`, body, allowed));
  });
}

/** Every text is read as a template, keys too: where Terraform would not read it so, nothing is lost. */
function textProblems(where: string, value: unknown, depth = 0): readonly Problem[] {
  if (typeof value === "string") return expressionProblems(value).map((rule) => ({ where, rule, got: value }));
  if (typeof value !== "object" || value === null) return [];
  if (depth > DEEPEST) return [{ where, rule: `nest at most ${DEEPEST} levels`, got: "more" }];
  if (Array.isArray(value)) return value.flatMap((inner) => textProblems(where, inner, depth + 1));
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = depth < 3 && key !== "resource" ? [where, key].filter(Boolean).join(".") : where;
    return [...textProblems(place, key, depth), ...textProblems(place, inner, depth + 1)];
  });
}

/**
 * Why the Terraform of a stack is not planned beside credentials: whatever is not known to be harmless. It may hold
 * resources and data sources of the baseline, in accounts, with roles, variables and a backend that `base`, the same
 * stack on the base branch, has too.
 */
export function stackProblems(stack: unknown, base: Body): readonly Problem[] {
  if (!isBody(stack)) return [{ where: "the stack", rule: "be an object of JSON", got: stack }];
  const nested = textProblems("", stack);
  if (nested.some(({ rule }) => rule.startsWith("nest "))) return nested;
  return [
    ...blocksProblems(stack),
    ...frameProblems(stack, base),
    ...typesProblems("resource", stack["resource"], RESOURCES),
    ...typesProblems("data", stack["data"], DATA),
    ...nested,
  ];
}
