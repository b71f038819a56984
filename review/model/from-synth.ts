import { callsOf } from "./calls";
import { guardChanges, guardsOf } from "./guards";
import { attributeOf } from "./identity";
import { Organization, type Account, type Unit } from "./organization";
import { isReleased, othersOf } from "./other-blocks";
import { readingsOf } from "./read-only";
import { readersOf, sourcesOf } from "./sources";
import { frameOf, resolved, writtenIn, type Resolve, type StackJson, type Written } from "./synthesized";
import { at, becoming, blocksOf, withoutKey, type Change, type Thing } from "./thing";

/** The synthesized stacks of a checkout, by name. */
export type Synthesized = Readonly<Record<string, StackJson>>;

const NAME = /^(aws_\w+)\.([\w-]+)((?:\.[\w-]+|\[\d+\])*)$/;

function resolverOf(written: readonly Written[], partition: string): Resolve {
  const byName = new Map(written.map((each) => [`${each.type}.${each.label}`, each]));
  return (reference) => {
    const [, type = "", label = "", rest = ""] = NAME.exec(reference) ?? [];
    const thing = byName.get(`${type}.${label}`);
    if (thing === undefined) return undefined;
    const path = rest.replace(/^\./, "").replace(/\[(\d+)\]/g, ".$1");
    if (!path.includes(".")) return attributeOf(thing, path, partition);
    const inner = at(thing.body, path) ?? at(thing.body, path.replace(/\.0(?=\.|$)/g, ""));
    return typeof inner === "string" ? inner : undefined;
  };
}

/** Partition of the ARNs in a text: none of ours mixes two. */
const partitionIn = (json: StackJson): string => /"arn:(aws[\w-]*):/.exec(JSON.stringify(json))?.[1] ?? "aws";

function thingsOf(stack: string, json: StackJson): readonly Thing[] {
  const written = writtenIn(stack, json);
  const partition = partitionIn(json);
  const resolve = resolverOf(written, partition);
  return written.map(({ body, ...thing }) => {
    const values = resolved(body, resolve) as Thing["values"];
    const named = (attribute: string) => attributeOf({ ...thing, body }, attribute, partition);
    const key = thing.type === "aws_kms_key" ? { key_id: named("key_id") } : {};
    // What is written goes before: the `arn` of a target is what it sends to.
    return { ...thing, values: { id: named("id"), arn: named("arn"), ...key, ...values } };
  });
}

/** The address that a `moved` block leads to. */
function movedTo(json: StackJson | undefined, address: string): string {
  const to = blocksOf(json?.moved).find(({ from }) => from === address || String(from) === withoutKey(address))?.["to"];
  return typeof to === "string" ? to : address;
}

/** What differs between two sides of a stack, thing by thing. */
function changesOf(
  old: readonly Thing[],
  young: readonly Thing[],
  moved: (address: string) => string,
): readonly Change[] {
  const next = new Map(young.map((thing) => [thing.address, thing]));
  const kept = old.map((was): Change => {
    const address = next.has(was.address) ? was.address : moved(was.address);
    const is = next.get(address);
    next.delete(address);
    const previousAddress = address === was.address ? undefined : was.address;
    return { ...becoming(was, is), address, previousAddress };
  });
  return [...kept, ...[...next.values()].map((is) => becoming(undefined, is))];
}

const onBoth = (before: Synthesized, after: Synthesized): readonly string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];

const things = (
  of: (stack: string, json: StackJson) => readonly Thing[],
  stack: string,
  json: StackJson | undefined,
) => (json === undefined ? [] : of(stack, json));

const frameIn = (stack: string, json: StackJson) => frameOf(stack, json, (block) => sourcesOf(json, block));

/** What no plan holds of both sides: providers, the frame of each stack, and what Terraform refuses by itself. */
export const unplannedBetween = (before: Synthesized, after: Synthesized): readonly Change[] =>
  onBoth(before, after).flatMap((stack) => {
    const [old, young] = [before[stack], after[stack]];
    const moved = (address: string) => movedTo(young, address);
    return [
      ...changesOf(things(frameIn, stack, old), things(frameIn, stack, young), moved),
      ...changesOf(things(readingsOf, stack, old), things(readingsOf, stack, young), moved),
      ...changesOf(things(callsOf, stack, old), things(callsOf, stack, young), moved),
      ...guardChanges(things(guardsOf, stack, old), things(guardsOf, stack, young), moved),
    ];
  });

/** What is left standing goes on as it is, as in a plan. */
const released =
  (json: StackJson | undefined) =>
  (change: Change): Change =>
    change.action === "delete" && isReleased(json, change.address)
      ? { ...change, action: "forget", after: change.before }
      : change;

/** What differs between two checkouts, resource by resource. */
export const changesBetween = (before: Synthesized, after: Synthesized): readonly Change[] => [
  ...onBoth(before, after).flatMap((stack) => {
    const [old, young] = [before[stack], after[stack]];
    const moved = (address: string) => movedTo(young, address);
    return [
      ...changesOf(things(thingsOf, stack, old), things(thingsOf, stack, young), moved).map(released(young)),
      ...changesOf(things(othersOf, stack, old), things(othersOf, stack, young), moved),
      // What is no text of the resource is not resolved: a plan says what becomes of it.
      ...changesOf(things(readersOf, stack, old), things(readersOf, stack, young), moved).filter(
        ({ action }) => action === "update" || action === "create",
      ),
    ];
  }),
  ...unplannedBetween(before, after),
];

/** The organization as far as targets spell it: units by their paths, below one root. */
export function spelledOrganization(things: readonly Thing[]): Organization {
  const root: Unit = { id: "root", name: "root" };
  const units = new Map<string, Unit>([[root.id, root]]);
  const accounts = new Map<string, Account>();
  for (const target of things.flatMap(({ type, values }) =>
    type === "aws_organizations_policy_attachment" ? [String(values["target_id"])] : [],
  )) {
    if (/^\d{12}$/.test(target)) accounts.set(target, { id: target, name: target });
    else if (/^(ou|r)-/.test(target)) units.set(target, { id: target, name: target });
    else if (target !== root.id)
      target.split("/").forEach((name, index, names) => {
        const id = names.slice(0, index + 1).join("/");
        units.set(id, { id, name, parent: index === 0 ? root.id : names.slice(0, index).join("/") });
      });
  }
  return new Organization([...units.values()], [...accounts.values()], "targets");
}
