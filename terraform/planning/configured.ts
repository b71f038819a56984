/** An expression of the configuration: a constant, references, or blocks of expressions. */
export type Expression = Readonly<Record<string, unknown>>;

interface ConfiguredResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly provider_config_key?: string;
  readonly expressions?: Expression;
  readonly count_expression?: unknown;
  readonly for_each_expression?: unknown;
  readonly provisioners?: readonly { readonly type: string; readonly expressions?: Expression }[];
}

interface ConfiguredModule {
  readonly resources?: readonly ConfiguredResource[];
  readonly module_calls?: Readonly<Record<string, { readonly module?: ConfiguredModule }>>;
}

/** The configuration that a plan was made of, as the plan tells it. */
export interface Configured {
  readonly configuration?: {
    readonly provider_config?: Readonly<Record<string, { readonly expressions?: Expression } | undefined>>;
    readonly root_module?: ConfiguredModule;
  };
}

type Addressed = ConfiguredResource & { readonly address: string };

/** Every resource and data source of the configuration, with its address without a key. */
function everyIn({ configuration }: Configured): readonly Addressed[] {
  const of = (module: ConfiguredModule | undefined, prefix: string): readonly Addressed[] => [
    ...(module?.resources ?? []).map((each) => ({
      ...each,
      address: `${prefix}${each.mode === "managed" ? "" : `${each.mode}.`}${each.type}.${each.name}`,
    })),
    ...Object.entries(module?.module_calls ?? {}).flatMap(([name, { module: inner }]) =>
      of(inner, `${prefix}module.${name}.`),
    ),
  ];
  return of(configuration?.root_module, "");
}

/** What has code run. */
export const provisionedIn = (plan: Configured): readonly Addressed[] =>
  everyIn(plan).filter(({ provisioners = [] }) => provisioners.length > 0);

/** What is read while it is planned or applied, and made nowhere. */
export const readIn = (plan: Configured): readonly Addressed[] =>
  everyIn(plan).filter(({ mode }) => mode !== "managed");

/** What says which resource of the configuration a planned one comes from. */
export interface Named {
  readonly module_address?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
}

/** The resource of the configuration that a planned one comes from. */
export function configured(
  plan: Configured,
  { module_address, mode, type, name }: Named,
): ConfiguredResource | undefined {
  const modules = (module_address ?? "").split(".").filter((step) => step !== "" && step !== "module");
  let module = plan.configuration?.root_module;
  for (const step of modules) module = module?.module_calls?.[step.replace(/\[.*$/, "")]?.module;
  return module?.resources?.find((each) => each.mode === mode && each.type === type && each.name === name);
}

/** Where a resource lies, as far as a plan says it. */
export interface Place {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const constant = (expression: unknown): unknown =>
  typeof expression === "object" && expression !== null ? (expression as Expression)["constant_value"] : undefined;

/**
 * The account that the provider of a resource is pinned to, and its Region: the resource's own, where it has one, or the
 * provider's.
 */
export function placeOfProvider(plan: Configured, resource: Named, values: Readonly<Record<string, unknown>>): Place {
  const key = configured(plan, resource)?.provider_config_key;
  const provider = plan.configuration?.provider_config?.[key ?? ""]?.expressions;
  const accounts = constant(provider?.["allowed_account_ids"]);
  return {
    account: Array.isArray(accounts) && accounts.length === 1 ? text(accounts[0]) : undefined,
    region: text(values["region"]) ?? text(constant(provider?.["region"])),
  };
}
