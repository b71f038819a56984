/** An argument, attribute or block of a type, as the provider declares it. */
export interface Attribute {
  readonly type: "string" | "number" | "bool" | "list" | "map" | "any" | "object";
  /** `computed` is read only: a configuration must not set it. */
  readonly use: "required" | "optional" | "computed";
  /** Optional, and filled in by the provider where it is left out. */
  readonly filled?: true;
  /** Written as a block; an attribute otherwise. JSON writes both alike, but only a block may stand without a list. */
  readonly block?: true;
  /** A list or set of objects. */
  readonly many?: true;
  readonly attributes?: Attributes;
}

export type Attributes = Readonly<Record<string, Attribute>>;

/** The types that we use, as a version of the AWS provider knows them. Data sources are called `data.aws_…`. */
export interface ProviderSchema {
  readonly provider: string;
  readonly bindings: string;
  readonly types: Readonly<Record<string, Attributes>>;
}
