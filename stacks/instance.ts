/** An address as a plan prints it, taken apart: `a.b["key"]` has a key, `a.b` has none. */
export interface Instance {
  readonly resource: string;
  readonly key?: string;
}

const WITH_KEY = /^([^[]+)\["(.+)"\]$/;

export const instanceOf = (address: string): Instance => {
  const [, resource, key] = WITH_KEY.exec(address) ?? [];
  return resource === undefined || key === undefined ? { resource: address } : { resource, key };
};

/** Keys of a resource under which something is adopted. */
export const adoptedKeys = (adopt: Readonly<Record<string, string>>, resource: string): readonly string[] =>
  Object.keys(adopt)
    .map(instanceOf)
    .flatMap((instance) => (instance.resource === resource && instance.key !== undefined ? [instance.key] : []));
