/** What a plan holds of a resource, or what a reader found. */
export type Body = Readonly<Record<string, unknown>>;

/** Something that exists in the organization, as Terraform would manage it. */
export interface LiveThing {
  /** Type of the resource that would manage it. */
  readonly type: string;
  readonly account: string;
  /** Undefined for what is in no Region: IAM, Organizations. */
  readonly region?: string;
  /** What AWS tells two of a type apart by, within the account and Region: see identities.ts. */
  readonly identity: string;
  /** As the AWS provider documents it for the type. */
  readonly importId: string;
}

/** What exists of the types that the baseline creates, whoever made it. Plain data: it can be kept beside a plan. */
export type Inventory = readonly LiveThing[];

/** A resource that a plan would create, and where. */
export interface PlannedThing {
  readonly address: string;
  readonly type: string;
  /** Account that its provider is pinned to. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** The resource as the plan knows it; what is known only after the apply is missing. */
  readonly after: Body;
}
