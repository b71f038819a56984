/** Terraform JSON of a stack, as far as it is changed here. */
export type Terraform = Readonly<Record<string, unknown>>;
type Body = Readonly<Record<string, unknown>>;

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] => Object.entries((value ?? {}) as Body);

/**
 * The compact form for provider 5.x, which does not know `region` on a resource: everything lands in one Region. The
 * same resources and the same provider processes are planned, so memory is that of the real thing.
 */
export function inOneRegion(compact: Terraform): Terraform {
  const withoutRegion = (body: unknown) => Object.fromEntries(entriesOf(body).filter(([name]) => name !== "region"));
  const eachBody = (block: unknown) =>
    Object.fromEntries(
      entriesOf(block).map(([type, byName]) => [
        type,
        Object.fromEntries(entriesOf(byName).map(([name, body]) => [name, withoutRegion(body)])),
      ]),
    );
  return { ...compact, ...block("resource", compact, eachBody), ...block("data", compact, eachBody) };
}

const block = (name: string, terraform: Terraform, change: (block: unknown) => unknown): Terraform =>
  terraform[name] === undefined ? {} : { [name]: change(terraform[name]) };

/** Lets any release of the provider plan the stack. */
export function forProvider(terraform: Terraform, version: string): Terraform {
  const settings = Object.fromEntries(entriesOf(terraform["terraform"]));
  return {
    ...terraform,
    terraform: { ...settings, required_providers: { aws: { source: "hashicorp/aws", version } } },
  };
}
