import { isObject, type JsonObject } from "../../organization/services/json";

/** A resource as it is synthesized. */
export type Resource = JsonObject;

/** Every resource that is synthesized, by its type. */
export class Resources {
  private constructor(private readonly byType: ReadonlyMap<string, readonly Resource[]>) {}

  /** Of the Terraform of each stack, by its name. */
  static of(stacks: ReadonlyMap<string, string>): Resources {
    const byType = new Map<string, Resource[]>();
    for (const text of stacks.values()) {
      const parsed: unknown = JSON.parse(text);
      const resources = isObject(parsed) && isObject(parsed["resource"]) ? parsed["resource"] : {};
      for (const [type, named] of Object.entries(resources))
        byType.set(type, [
          ...(byType.get(type) ?? []),
          ...Object.values(isObject(named) ? named : {}).filter(isObject),
        ]);
    }
    return new Resources(byType);
  }

  types(): readonly string[] {
    return [...this.byType.keys()].sort();
  }

  all(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }
}

/** The objects of a block, which Terraform's JSON writes as a list or as one. */
export const blocks = (resource: Resource, name: string): readonly JsonObject[] => {
  const value = resource[name];
  return (Array.isArray(value) ? value : [value]).filter(isObject);
};
