import type { Started } from "../../terraform/planning/whole";
import { Refusal } from "../../terraform/refusal";
import type { Values } from "./thing";

export interface PlannedResource {
  readonly address: string;
  readonly previous_address?: string;
  readonly module_address?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly deposed?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: Values | null;
    readonly after?: Values | null;
    readonly after_unknown?: unknown;
    readonly before_sensitive?: unknown;
    readonly after_sensitive?: unknown;
    readonly importing?: unknown;
  };
}

/** The parts of `terraform show -json` that a review reads. */
export interface PlanJson extends Started {
  readonly format_version: string;
  readonly resource_changes?: readonly PlannedResource[];
  readonly deferred_changes?: readonly unknown[];
  readonly action_invocations?: readonly unknown[];
  readonly checks?: readonly {
    readonly address: { readonly to_display: string };
    readonly status: string;
    readonly instances?: readonly { readonly problems?: readonly { readonly message: string }[] }[];
  }[];
}

const isPlan = (value: unknown): value is PlanJson =>
  typeof value === "object" && value !== null && "format_version" in value;

/** A whole plan, as terraform/planning reads it, for a review. Throws where it is none, or one that defers changes or calls actions. */
export function planOf(value: unknown, where: string): PlanJson {
  if (!isPlan(value)) throw new Refusal(where, "be a plan as terraform show -json prints it");
  const deferred = value.deferred_changes?.length ?? 0;
  if (deferred > 0) throw new Refusal(where, "decide every change: none may be deferred", deferred);
  const actions = value.action_invocations?.length ?? 0;
  if (actions > 0) throw new Refusal(where, "call no actions of a provider: no rule judges what they do", actions);
  return value;
}
