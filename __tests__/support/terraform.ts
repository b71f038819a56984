/** What a resource, data source or provider holds. */
export type Body = Readonly<Record<string, unknown>>;

type Blocks = Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** The Terraform JSON of a stack, as far as the tests read it. */
export interface Terraform {
  readonly terraform: Body;
  readonly provider: { readonly aws: readonly Provider[] };
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly output?: Readonly<Record<string, Body>>;
  readonly variable?: Readonly<Record<string, Body>>;
  readonly import?: readonly Body[];
  readonly removed?: readonly Body[];
}

export interface Provider extends Body {
  readonly alias: string;
  readonly region: string;
  readonly allowed_account_ids: readonly string[];
  readonly default_tags: readonly { readonly tags: Readonly<Record<string, string>> }[];
}

/** A resource or a data source, and how Terraform calls it. */
export interface Element {
  readonly address: string;
  readonly type: string;
  readonly body: Body;
}

const elements = (blocks: Blocks | undefined, prefix: string): readonly Element[] =>
  Object.entries(blocks ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, body]) => ({ address: `${prefix}${type}.${name}`, type, body })),
  );

export const resourcesOf = (stack: Terraform): readonly Element[] => elements(stack.resource, "");

export const dataOf = (stack: Terraform): readonly Element[] => elements(stack.data, "data.");

/** Everything that a stack declares: resources and data sources. */
export const elementsOf = (stack: Terraform): readonly Element[] => [...resourcesOf(stack), ...dataOf(stack)];

/** Everything that is asked of AWS: what Terraform remembers by itself has no provider and no place. */
export const awsElementsOf = (stack: Terraform): readonly Element[] =>
  elementsOf(stack).filter(({ type }) => type !== "terraform_data");

/** The providers that something of the stack uses. The others are idle: Terraform starts none of them. */
export const usedProvidersOf = (stack: Terraform): readonly Provider[] => {
  const used = new Set(elementsOf(stack).map(({ body }) => body["provider"]));
  return stack.provider.aws.filter(({ alias }) => used.has(`aws.${alias}`));
};

/** The element at an address. Throws where there is none, and says what there is. */
export function at(stack: Terraform, address: string): Body {
  const found = elementsOf(stack).find((element) => element.address === address);
  if (found !== undefined) return found.body;
  const type = address.split(".").at(-2) ?? "";
  const near = elementsOf(stack).filter((element) => element.type === type);
  throw new Error(`no ${address} in the stack, only ${near.map((element) => element.address).join(", ") || "others"}`);
}

/** Bodies of one type of resource, by name. */
export const ofType = (stack: Terraform, type: string): Readonly<Record<string, Body>> => stack.resource?.[type] ?? {};

/** The provider that an element names: `aws.<alias>`. */
export const providerOf = (stack: Terraform, { body }: Pick<Element, "body">): Provider | undefined =>
  stack.provider.aws.find(({ alias }) => body["provider"] === `aws.${alias}`);

/** Account in which an element lives: the one that its provider is pinned to. */
export const accountOf = (stack: Terraform, element: Pick<Element, "body">): string | undefined =>
  providerOf(stack, element)?.allowed_account_ids[0];

/** Region in which an element lives, in either form of the output. */
export const regionOf = (stack: Terraform, element: Pick<Element, "body">): unknown =>
  element.body["region"] ?? providerOf(stack, element)?.region;

const isObject = (value: unknown): value is Body => typeof value === "object" && value !== null;

/** Every text in a value, with the path that leads to it. */
export function textsIn(value: unknown, path = ""): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path === "" ? key : `${path}.${key}`));
}

/** A copy without the `//` of cdktf, which says how the output was made and not what it is. */
export function withoutMetadata<T>(value: T): T {
  if (Array.isArray(value)) return value.map((entry: unknown) => withoutMetadata(entry)) as T;
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "//");
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutMetadata(inner)])) as T;
}
