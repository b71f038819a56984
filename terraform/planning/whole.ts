import type { Configured } from "./configured";

/** A resource of the state that a plan started from. */
interface HeldResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface HeldModule {
  readonly resources?: readonly HeldResource[];
  readonly child_modules?: readonly HeldModule[];
}

/** What a plan says of a stack before it: the state, and what is configured. */
export interface Started extends Configured {
  readonly prior_state?: { readonly values?: { readonly root_module?: HeldModule } } | null;
  readonly resource_changes?: readonly { readonly address: string; readonly mode: string }[];
}

const heldIn = (module: HeldModule | undefined): readonly string[] => [
  ...(module?.resources ?? []).filter(({ mode }) => mode === "managed").map(({ address }) => address),
  ...(module?.child_modules ?? []).flatMap(heldIn),
];

/** Resources of the stack itself that are made once: of any other a plan may hold none. */
const madeOnce = ({ configuration }: Configured): readonly string[] =>
  (configuration?.root_module?.resources ?? [])
    .filter(
      ({ mode, count_expression: count, for_each_expression: each }) =>
        mode === "managed" && count === undefined && each === undefined,
    )
    .map(({ type, name }) => `${type}.${name}`);

/**
 * Addresses of what a plan of the whole stack says something of, be it that nothing changes, and this plan does not:
 * it is of a part (`-target`, `-exclude`), or only reads (`-refresh-only`). Not every tool writes so itself.
 */
export function leftOut(plan: Started): readonly string[] {
  const planned = new Set((plan.resource_changes ?? []).map(({ address }) => address));
  const all = [...heldIn(plan.prior_state?.values?.root_module), ...madeOnce(plan)];
  return [...new Set(all)].filter((address) => !planned.has(address));
}
