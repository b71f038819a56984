/** Attributes of a resource, as a plan or a template has them. */
export type Values = Readonly<Record<string, unknown>>;

/** Whether a value holds others. A list does, by place. */
export const isValues = (value: unknown): value is Values => typeof value === "object" && value !== null;

/** Blocks of a kind, of which Terraform's JSON writes one alone or several as a list. */
export const blocksOf = (value: unknown): readonly Values[] => [value].flat().filter(isValues);

/** A value that is known only after the apply. */
export class Unknown {
  /** `references`: what its expression names, such as `aws_sns_topic.critical_topic.arn`. */
  constructor(readonly references: readonly string[]) {}

  toJSON(): string {
    return `(known after apply: ${this.references.join(", ") || "computed"})`;
  }
}

/** A resource on one side of a change. */
export interface Thing {
  readonly stack: string;
  /** With its index: `aws_organizations_policy_attachment.deny-root-user["r-ab12"]`. */
  readonly address: string;
  readonly type: string;
  /** The name within its type, without an index. */
  readonly label: string;
  /** Account and Region that its provider is pinned to, or else those of its ARN. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly values: Values;
}

/** Where something is that is in no account and no Region: Terraform reads it, and AWS has none of it. */
export const NOWHERE = { account: undefined, region: undefined } as const;

/** An address without the key of an instance. */
export const withoutKey = (address: unknown): string => String(address).replace(/\[.*$/s, "");

/** What happens to a resource. */
export type Action = "create" | "update" | "delete" | "replace" | "forget" | "nothing";

/** A resource before and after. Either side is missing where there is none. */
export interface Change {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly action: Action;
  readonly before: Thing | undefined;
  readonly after: Thing | undefined;
  /** Its address until now, where a `moved` block renames it. */
  readonly previousAddress: string | undefined;
  /** Whether the thing exists and comes under Terraform. */
  readonly isImport: boolean;
}

/** The value at a path of names and places: `rule.0.default_retention.0.days`. A list of one block is read through. */
export function at(values: unknown, path: string): unknown {
  let found = values;
  for (const step of path.split(".")) {
    if (found instanceof Unknown) return found;
    if (Array.isArray(found) && !/^\d+$/.test(step)) found = found.length === 1 ? (found[0] as unknown) : undefined;
    if (found instanceof Unknown) return found;
    found = isValues(found) ? found[step] : undefined;
  }
  return found;
}

/** Whether a value says nothing: Terraform writes null, an empty text, list or map for what was left out. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.every(isNothing)) ||
  (isValues(value) && !(value instanceof Unknown) && Object.values(value).every(isNothing));

/** A text that is equal for equal values, whatever the order of their keys, and whatever is left out of them. */
export function canonical(value: unknown): string {
  if (value instanceof Unknown) return JSON.stringify(value.toJSON());
  if (isNothing(value)) return "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isValues(value)) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, inner]) => !isNothing(inner))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

/** What became of something that has the same address on both sides, or stands on one of them. */
export function becoming(before: Thing | undefined, after: Thing | undefined): Change {
  const { stack, address, type } = (before ?? after) as Thing;
  const isSame = canonical(before?.values) === canonical(after?.values);
  const action = before === undefined ? "create" : after === undefined ? "delete" : isSame ? "nothing" : "update";
  return { stack, address, type, action, before, after, previousAddress: undefined, isImport: false };
}
