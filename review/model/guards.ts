import { blocksOf, becoming, isNothing, isValues, NOWHERE, type Change, type Thing, type Values } from "./thing";
import { sourcesOf, type Sources } from "./sources";
import { provisionedIn, type Configured } from "../../terraform/planning/configured";
import type { StackJson } from "./synthesized";

/** A condition that Terraform asks by itself. */
export interface Condition {
  /** `precondition`, `postcondition`, `validation` or, of a check, `assert`: that one warns, the others refuse. */
  readonly kind: string;
  readonly condition: string;
  readonly message: string;
}

/** The type of the things here: they are no resources, and no provider has them. */
export const GUARD = "guard";

const KINDS = ["precondition", "postcondition", "validation", "assert"];

const text = (value: unknown): string => (typeof value === "string" ? value : isNothing(value) ? "" : String(value));

const conditionsIn = (block: Values): readonly Condition[] =>
  KINDS.flatMap((kind) =>
    blocksOf(block[kind]).map(({ condition, error_message: message }) => ({
      kind,
      condition: text(condition),
      message: text(message),
    })),
  );

/** Names that a person knows it by, where they are written out. */
const named = (body: Values, label: string): string =>
  [body["name"], body["bucket"], body["alarm_name"], label].find(
    (name): name is string => typeof name === "string" && !name.includes("${"),
  ) ?? label;

/** What the conditions of a block read. Of a data source they ask what it finds, which hangs on all of it. */
function readBy(json: StackJson, of: string, address: string, body: Values, conditions: readonly Condition[]): Sources {
  const asks = [conditions.map(({ condition }) => condition), body["for_each"], body["count"]];
  return sourcesOf(json, of.startsWith("data.") ? [address, asks] : asks);
}

const LIFECYCLE = ["ignore_changes", "replace_triggered_by"];

/** What a lifecycle may hold that rules judge. */
const KNOWN = [...LIFECYCLE, ...KINDS, "create_before_destroy", "prevent_destroy", "action_trigger", "//"];

/** Whatever else it holds, such as `enabled` of OpenTofu, which takes the resource away. */
const strangeIn = (all: readonly Values[]): Values =>
  Object.assign(
    {},
    ...all.map((block) => Object.fromEntries(Object.entries(block).filter(([key]) => !KNOWN.includes(key)))),
  ) as Values;

/** How Terraform is told to treat a resource otherwise than by its attributes. */
function lifecycleOf(body: Values): Values {
  const all = blocksOf(body["lifecycle"]);
  return {
    ...Object.fromEntries(LIFECYCLE.map((key) => [key, all.flatMap((block) => [block[key] ?? []].flat())])),
    ...(all.some((block) => block["create_before_destroy"] === true) ? { create_before_destroy: true } : {}),
    // `destroy` of what is removed says whether it is left standing, which is judged by that.
    ...("from" in body ? {} : { strange: strangeIn(all) }),
    depends_on: [body["depends_on"] ?? []].flat().map(String).sort(),
  };
}

/** What a block has run, or reached, on the machine of whoever applies. */
function runsIn(body: Values): Values {
  const actions = blocksOf(body["lifecycle"]).map((block) => block["action_trigger"]);
  return { provisioner: body["provisioner"], connection: body["connection"], action_trigger: actions };
}

function guardOf(
  stack: string,
  of: string,
  [address, label, body]: readonly [string, string, Values],
  json: StackJson,
): Thing {
  const blocks = [body, ...blocksOf(body["lifecycle"])];
  const conditions = blocks.flatMap(conditionsIn);
  const isGuarded = blocks.some((block) => block["prevent_destroy"] === true);
  const values = {
    of,
    name: named(body, label),
    conditions,
    ...(isGuarded ? { prevent_destroy: true } : {}),
    // What decides whether a condition is asked at all, and of what.
    for_each: body["for_each"],
    count: body["count"],
    reads: conditions.length === 0 ? {} : readBy(json, of, address, body, conditions),
    input: of === "terraform_data" ? body["input"] : undefined,
    ...lifecycleOf(body),
    runs: runsIn(body),
  };
  return { stack, address, type: GUARD, label, ...NOWHERE, values };
}

const blocksIn = (all: unknown): readonly (readonly [string, Values])[] =>
  isValues(all)
    ? Object.entries(all).flatMap(([name, body]) => blocksOf(body).map((each) => [name, each] as const))
    : [];

/** What Terraform refuses by itself, for each block of a stack, also for those that refuse nothing. No plan holds it. */
export const guardsOf = (stack: string, json: StackJson): readonly Thing[] => [
  ...(["resource", "data"] as const).flatMap((kind) =>
    blocksIn(json[kind]).flatMap(([type, byName]) =>
      blocksIn(byName).map(([label, body]) =>
        guardOf(
          stack,
          kind === "data" ? `data.${type}` : type,
          [`${kind === "data" ? "data." : ""}${type}.${label}`, label, body],
          json,
        ),
      ),
    ),
  ),
  ...(["check", "output", "variable"] as const).flatMap((kind) =>
    blocksIn(json[kind]).map(([label, body]) => guardOf(stack, kind, [`${kind}.${label}`, label, body], json)),
  ),
  ...blocksOf(json.removed)
    .filter((body) => !isNothing(body["provisioner"]))
    .map((body) => guardOf(stack, "removed", [String(body["from"]), String(body["from"]), body], json)),
];

const refuses = ({ values }: Thing): boolean =>
  values["prevent_destroy"] === true || (values["conditions"] as readonly Condition[]).length > 0;

/** Whether it says anything that a review compares. */
const tells = (guard: Thing): boolean =>
  refuses(guard) ||
  [...LIFECYCLE, "create_before_destroy", "depends_on", "runs", "strange"].some((key) => !isNothing(guard.values[key]));

const conditionTexts = ({ values }: Thing): readonly string[] =>
  (values["conditions"] as readonly Condition[]).map(({ condition }) => condition);

/** A guard that is new under another name and asks what this one asked. */
const successor = (was: Thing, fresh: readonly Thing[]): Thing | undefined =>
  fresh.find(
    (is) =>
      is.values["of"] === was.values["of"] &&
      conditionTexts(is).some((condition) => conditionTexts(was).includes(condition)),
  );

/** What becomes of each block that refuses something or has a lifecycle, and what comes. `movedTo`: the address to which a `moved` block leads. */
export function guardChanges(
  old: readonly Thing[],
  young: readonly Thing[],
  movedTo: (address: string) => string,
): readonly Change[] {
  const taken = new Set(old.filter(refuses).map(({ address }) => address));
  const fresh = young.filter(({ address }) => !taken.has(address));
  const byAddress = new Map(young.map((each) => [each.address, each]));
  const kept = old.filter(tells).map((before) => {
    const after = byAddress.get(before.address) ?? byAddress.get(movedTo(before.address)) ?? successor(before, fresh);
    return becoming(before, after);
  });
  const judged = new Set(kept.map(({ after }) => after));
  const was = new Map(old.map((each) => [each.address, each]));
  const come = young.filter((after) => tells(after) && !judged.has(after));
  return [...kept, ...come.map((after) => becoming(was.get(after.address), after))];
}

/**
 * What a plan says that runs with its resources. With a base, the stacks are compared: then it is that of modules alone,
 * which they do not hold.
 */
export const codeIn = (stack: string, plan: Configured, hasBase: boolean): readonly Change[] =>
  provisionedIn(plan)
    .filter(({ address }) => !hasBase || address.startsWith("module."))
    .map(({ address, type, name, provisioners = [] }) => {
      const provisioner = provisioners.map(({ type: kind, expressions }) => ({ [kind]: expressions ?? kind }));
      const values = { of: type, name, conditions: [], reads: {}, runs: { provisioner } };
      return becoming(undefined, { stack, address, type: GUARD, label: name, ...NOWHERE, values });
    });
