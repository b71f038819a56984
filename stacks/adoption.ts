/** A synthesized stack, as far as adopting and releasing touch it. */
type Terraform = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

const resourcesOf = (terraform: Terraform): Resources => (terraform["resource"] ?? {}) as Resources;

/** Addresses of the resources of a synthesized stack. */
export const addressesOf = (terraform: Terraform): readonly string[] =>
  Object.entries(resourcesOf(terraform)).flatMap(([type, byName]) =>
    Object.keys(byName).map((name) => `${type}.${name}`),
  );

/** `import` blocks for what exists already and belongs to this stack. Harmless once it is in the state. */
export function adopt(terraform: Terraform, imports: Readonly<Record<string, string>>): Terraform {
  const known = new Set(addressesOf(terraform));
  const blocks = Object.entries(imports)
    .filter(([address]) => known.has(address))
    .map(([to, id]) => ({ to, id }));
  return blocks.length === 0 ? terraform : { ...terraform, import: blocks };
}

function withoutDependencies(resource: Readonly<Record<string, unknown>>, released: ReadonlySet<string>) {
  const { depends_on: dependsOn, ...rest } = resource;
  if (!Array.isArray(dependsOn)) return resource;
  const kept = dependsOn.filter((address) => !released.has(String(address)));
  return kept.length === 0 ? rest : { ...rest, depends_on: kept };
}

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
  return {
    ...terraform,
    resource,
    removed: addresses.map((from) => ({ from, lifecycle: { destroy: false } })),
  };
}
