/** Something that a plan would do. */
export interface PlannedChange {
  /** Address of a resource, or `output.<name>`. */
  readonly address: string;
  /** As Terraform names them: create, update, delete, import, forget. */
  readonly actions: readonly string[];
}

interface Change {
  readonly actions: readonly string[];
  readonly importing?: unknown;
}

/** The parts of `terraform show -json` that say what changes. */
interface PlanJson {
  readonly format_version: string;
  readonly errored?: boolean;
  readonly resource_changes?: readonly { readonly address: string; readonly change: Change }[];
  readonly output_changes?: Readonly<Record<string, Change>>;
}

const isPlan = (value: unknown): value is PlanJson =>
  typeof value === "object" && value !== null && "format_version" in value;

/** Reading is no change; an import is one, although nothing is done to the thing itself. */
const actionsOf = ({ actions, importing }: Change): readonly string[] => [
  ...(importing === undefined ? [] : ["import"]),
  ...actions.filter((action) => action !== "no-op" && action !== "read"),
];

/** Everything that the plan would change. Throws where the text is no complete plan. */
export function plannedChanges(showJson: string): readonly PlannedChange[] {
  const plan: unknown = JSON.parse(showJson);
  if (!isPlan(plan) || plan.errored === true) throw new Error("the plan must be complete");
  return [
    ...(plan.resource_changes ?? []).map(({ address, change }) => ({ address, actions: actionsOf(change) })),
    ...Object.entries(plan.output_changes ?? {}).map(([name, change]) => ({
      address: `output.${name}`,
      actions: actionsOf(change),
    })),
  ].filter(({ actions }) => actions.length > 0);
}
