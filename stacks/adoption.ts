import { instanceOf } from "./instance";

/** A synthesized stack, as far as adopting and releasing touch it. */
export type Terraform = Readonly<Record<string, unknown>>;
type Body = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

const resourcesOf = (terraform: Terraform): Resources => (terraform["resource"] ?? {}) as Resources;

/** The resources of a synthesized stack, by their addresses. */
const bodiesOf = (terraform: Terraform): ReadonlyMap<string, Body> =>
  new Map(
    Object.entries(resourcesOf(terraform)).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, body]) => [`${type}.${name}`, body] as const),
    ),
  );

/** Addresses of the resources of a synthesized stack. */
export const addressesOf = (terraform: Terraform): readonly string[] => [...bodiesOf(terraform).keys()];

/** A Region at the end of an import id, as AWS provider 6 writes it. */
const IN_A_REGION = /@[a-z]{2,4}(-[a-z]+)+-\d$/;

/**
 * The import id with the Region of the resource, where its body has one (the form for AWS provider 6). Without it the
 * provider reads the home Region, and plans to replace what it found. Source: Enhanced Region Support, import
 * (guide of AWS provider 6); terraform-provider-aws issues 42853 and 47505.
 */
const importId = (id: string, region: unknown): string =>
  typeof region !== "string" || IN_A_REGION.test(id) ? id : `${id}@${region}`;

/** Addresses of the resources of which there are several, each with a key. */
export const severalOf = (terraform: Terraform): readonly string[] =>
  [...bodiesOf(terraform)].flatMap(([address, body]) => (body["for_each"] === undefined ? [] : [address]));

/** Top-level blocks that say where something was, or is. */
export interface Blocks {
  readonly import?: readonly Body[];
  readonly removed?: readonly Body[];
  readonly moved?: readonly Body[];
}

const blocksOf = (terraform: Terraform, kind: keyof Blocks): readonly Body[] =>
  (terraform[kind] ?? []) as readonly Body[];

/** The stack with more blocks; a kind of which there are none is left out. */
export const withBlocks = (terraform: Terraform, all: readonly Blocks[]): Terraform =>
  (["import", "removed", "moved"] as const).reduce((stack, kind) => {
    const blocks = [...blocksOf(stack, kind), ...all.flatMap((one) => one[kind] ?? [])];
    return blocks.length === 0 ? stack : { ...stack, [kind]: blocks };
  }, terraform);

/** `import` blocks for what exists already and belongs to this stack. Harmless once it is in the state. */
export function adopt(terraform: Terraform, imports: Readonly<Record<string, string>>): Terraform {
  const bodies = bodiesOf(terraform);
  const blocks = Object.entries(imports).flatMap(([to, id]) => {
    const body = bodies.get(instanceOf(to).resource);
    return body === undefined ? [] : [{ to, id: importId(id, body["region"]) }];
  });
  return withBlocks(terraform, [{ import: blocks }]);
}

/** Whether a part of a stack refers to the address in an expression. */
const refersTo = (part: unknown, address: string): boolean =>
  new RegExp(`\\b${address.replace(".", "\\.")}(?![\\w-])`).test(JSON.stringify(part));

function withoutDependencies(resource: Body, released: ReadonlySet<string>): Body {
  const { depends_on: dependsOn, ...rest } = resource;
  if (!Array.isArray(dependsOn)) return resource;
  const kept = dependsOn.filter((address) => !released.has(String(address)));
  return kept.length === 0 ? rest : { ...rest, depends_on: kept };
}

/** Where each output was made, without those that are gone: the cdktf CLI fails on one that is named but not there. */
const withoutNames = (tree: Body, kept: ReadonlySet<unknown>): Body =>
  Object.fromEntries(
    Object.entries(tree)
      .filter(([, inner]) => typeof inner === "object" || kept.has(inner))
      .map(([name, inner]) => [name, typeof inner === "object" ? withoutNames(inner as Body, kept) : inner]),
  );

/** Outputs go with what they describe; a resource that reads what is released could not be planned any more. */
function withoutOutputs(terraform: Terraform, addresses: readonly string[]): Terraform {
  const { output = {}, "//": comment = {}, ...others } = terraform as Readonly<Record<string, Body>>;
  const kept = Object.entries(output).filter(([, body]) => !addresses.some((address) => refersTo(body, address)));
  const names = withoutNames((comment["outputs"] ?? {}) as Body, new Set(kept.map(([name]) => name)));
  return {
    ...others,
    "//": { ...comment, outputs: names },
    ...(kept.length === 0 ? {} : { output: Object.fromEntries(kept) }),
  };
}

/** What still reads a released address: `[reader, address]`. */
export const readersOf = (terraform: Terraform, addresses: readonly string[]): readonly (readonly [string, string])[] =>
  Object.entries(resourcesOf(release(terraform, addresses))).flatMap(([type, byName]) =>
    Object.entries(byName).flatMap(([name, body]) =>
      addresses.filter((address) => refersTo(body, address)).map((address) => [`${type}.${name}`, address] as const),
    ),
  );

/**
 * `removed` blocks that leave standing what they name: Terraform forgets it and destroys nothing. The resource itself
 * is taken out of the stack. An address that the configuration no longer produces is kept too: that is the case of a
 * part which goes from `create` to `use`.
 */
export function release(terraform: Terraform, addresses: readonly string[]): Terraform {
  if (addresses.length === 0) return terraform;
  const released = new Set(addresses);
  const resource = Object.fromEntries(
    Object.entries(resourcesOf(terraform))
      .map(([type, byName]) => {
        const kept = Object.entries(byName).filter(([name]) => !released.has(`${type}.${name}`));
        return [
          type,
          Object.fromEntries(kept.map(([name, body]) => [name, withoutDependencies(body, released)])),
        ] as const;
      })
      .filter(([, byName]) => Object.keys(byName).length > 0),
  );
  const { import: imports, ...rest } = withoutOutputs(terraform, addresses);
  const isKept = ({ to }: Body) => !released.has(String(to).replace(/\[.*$/, ""));
  const removed = addresses.map((from) => ({ from, lifecycle: { destroy: false } }));
  return withBlocks({ ...rest, resource }, [
    { import: blocksOf({ import: imports }, "import").filter(isKept), removed },
  ]);
}
