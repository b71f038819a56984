/** A resource that a plan would create, and where: the account that its provider is pinned to, and its Region. */
export interface PlannedCreation {
  readonly address: string;
  readonly type: string;
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** What the plan knows of it; what is known only after the apply is missing. */
  readonly after: Readonly<Record<string, unknown>>;
}

interface Expression {
  readonly constant_value?: unknown;
}

/** The parts of `terraform show -json` that say what is created, and where. */
interface PlanJson {
  readonly format_version: string;
  readonly errored?: boolean;
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly importing?: unknown;
      readonly after?: Readonly<Record<string, unknown>> | null;
    };
  }[];
  readonly configuration?: {
    readonly provider_config?: Readonly<
      Record<string, { readonly expressions?: Readonly<Record<string, Expression | undefined>> }>
    >;
    readonly root_module?: {
      readonly resources?: readonly {
        readonly mode: string;
        readonly type: string;
        readonly name: string;
        readonly provider_config_key: string;
      }[];
    };
  };
}

const isPlan = (value: unknown): value is PlanJson =>
  typeof value === "object" && value !== null && "format_version" in value;

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** What the plan creates anew: no import, no replacement of what is in the state. Throws where it is no complete plan. */
export function plannedCreations(showJson: string): readonly PlannedCreation[] {
  const plan: unknown = JSON.parse(showJson);
  if (!isPlan(plan) || plan.errored === true) throw new Error("the plan must be complete");
  const { provider_config: providers = {}, root_module: { resources = [] } = {} } = plan.configuration ?? {};
  return (plan.resource_changes ?? [])
    .filter(
      ({ mode, change: { actions, importing } }) =>
        mode === "managed" && actions.length === 1 && actions[0] === "create" && importing === undefined,
    )
    .map(({ address, type, name, change }) => {
      const declared = resources.find((each) => each.mode === "managed" && each.type === type && each.name === name);
      const { allowed_account_ids: accounts, region } =
        providers[declared?.provider_config_key ?? ""]?.expressions ?? {};
      const after = change.after ?? {};
      const pinned: unknown = accounts?.constant_value;
      return {
        address,
        type,
        account: Array.isArray(pinned) && pinned.length === 1 ? text(pinned[0]) : undefined,
        // In the compact form a resource names its Region itself.
        region: text(after["region"]) ?? text(region?.constant_value),
        after,
      };
    });
}
