import { placeOfProvider, type Place } from "./configured";
import { canonical, changedNames, marksAnything, withoutEmpty } from "./normalized-changes";
import { readPlanJson, type Body, type PlanJson, type ResourceChange } from "./plan-json";

/** An attribute that is not as it was when it was last applied. */
export interface DriftedAttribute {
  readonly name: string;
  readonly was: unknown;
  readonly is: unknown;
  readonly isSensitive: boolean;
  /** Whether an apply would set it back. What it would leave is AWS's to say, or nobody's. */
  readonly isSetBack: boolean;
}

/** A resource that is not as it was when it was last applied. */
export interface DriftedResource {
  readonly address: string;
  readonly type: string;
  readonly place: Place;
  /** Whether it is there no more. */
  readonly isGone: boolean;
  /** What differs; empty where it is gone. */
  readonly attributes: readonly DriftedAttribute[];
  /** Its values as they were when it was last applied: they may hold what is sensitive. */
  readonly values: Body;
}

/** What of a stack is not as it was applied, or not as it is configured. */
export interface Drift {
  /** Changed behind Terraform's back, and an apply would change it back. */
  readonly drifted: readonly DriftedResource[];
  /** An apply would change it, though nobody changed it behind Terraform's back: the configuration, or what it asks of AWS, is another. */
  readonly pending: readonly { readonly address: string; readonly actions: readonly string[] }[];
  /** Differs from the state, and no apply would change it: AWS computes it, or the configuration leaves it open. */
  readonly seen: readonly DriftedResource[];
}

const bodyOf = (value: unknown): Body => (value ?? {}) as Body;

const isChange = ({ change: { actions, importing } }: ResourceChange): boolean =>
  Boolean(importing) || actions.some((action) => action !== "no-op" && action !== "read");

/** Which attributes an apply would set back: whatever is made anew is as it is configured. */
function setBackBy(planned: ResourceChange | undefined): (name: string) => boolean {
  if (planned === undefined || !isChange(planned)) return () => false;
  if (planned.change.actions.includes("delete")) return () => true;
  const names = new Set(changedNames(planned.change));
  return (name) => names.has(name);
}

function driftedResource(
  plan: PlanJson,
  resource: ResourceChange,
  planned: ResourceChange | undefined,
): DriftedResource {
  const { address, type, change } = resource;
  const isGone = change.actions.includes("delete");
  const setsBack = setBackBy(planned);
  const [was, is] = [bodyOf(change.before), bodyOf(change.after)];
  const [before, after] = [bodyOf(change.before_sensitive), bodyOf(change.after_sensitive)];
  return {
    address,
    type,
    place: placeOfProvider(plan, resource, was),
    isGone,
    values: was,
    attributes: isGone
      ? []
      : changedNames(change)
          .map((name) => ({
            name,
            was: was[name] ?? null,
            is: is[name] ?? null,
            isSensitive: marksAnything(before[name]) || marksAnything(after[name]),
            isSetBack: setsBack(name),
          }))
          // A provider writes null for what it reads as empty.
          .filter((each) => canonical(withoutEmpty(each.was)) !== canonical(withoutEmpty(each.is))),
  };
}

/** Whether what an apply would do has to do with what drifted. */
const isSetBack = ({ isGone, attributes }: DriftedResource, planned: ResourceChange | undefined): boolean =>
  planned !== undefined && isChange(planned) && (isGone || attributes.some((each) => each.isSetBack));

/** Reads a plan with refresh for what drifted. Throws a Refusal where it is no complete plan. */
export function driftOf(showJson: string): Drift {
  const plan = readPlanJson(showJson);
  const { resource_drift: drift = [], resource_changes: changes = [] } = plan;
  const planned = new Map(changes.map((each) => [each.address, each]));
  const differing = drift
    .filter((each) => each.mode === "managed" && isChange(each))
    .map((each) => driftedResource(plan, each, planned.get(each.address)))
    .filter(({ isGone, attributes }) => isGone || attributes.length > 0);
  const drifted = differing.filter((each) => isSetBack(each, planned.get(each.address)));
  const addresses = new Set(drifted.map(({ address }) => address));
  return {
    drifted,
    pending: changes
      .filter((each) => each.mode === "managed" && isChange(each) && !addresses.has(each.address))
      .map(({ address, change: { actions } }) => ({ address, actions })),
    seen: differing.filter(({ address }) => !addresses.has(address)),
  };
}
