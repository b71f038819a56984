import { Refusal } from "../refusal";
import { leftOut, type Started } from "./whole";

/** Attributes of a resource. */
export type Body = Readonly<Record<string, unknown>>;

/** What would become of a resource or an output. Of an output, before and after are its value. */
export interface Change {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  /** In the form of the value: true where it is known after the apply. */
  readonly after_unknown?: unknown;
  /** In the form of the value: true where it is sensitive. */
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
  readonly importing?: { readonly id?: string } | null;
  readonly replace_paths?: unknown;
}

export interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  /** Key of an object that a replacement left behind and that is still to be destroyed. */
  readonly deposed?: string;
  /** `managed` or `data`. */
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly module_address?: string;
  readonly change: Change;
}

/** The parts of `terraform show -json` that say what a plan would do, and what it saw. */
export interface PlanJson extends Started {
  readonly resource_changes?: readonly ResourceChange[];
  /** What differs from the state that was saved last. */
  readonly resource_drift?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, Change>>;
}

interface Form {
  readonly format_version?: unknown;
  readonly errored?: boolean;
  readonly complete?: boolean;
}

/** Addresses that are named of those that a plan leaves out. */
const MOST_TOLD = 5;

/**
 * Reads `terraform show -json`. Throws a Refusal where it is no plan, one of a form that is not known, one that failed,
 * or one of a part only (-target, -refresh-only, deferred actions): what it does not hold would look like nothing.
 */
export function readPlanJson(showJson: string): PlanJson {
  const plan = JSON.parse(showJson) as (PlanJson & Form) | null;
  const version = plan?.format_version;
  if (plan === null || typeof version !== "string" || !/^1\./.test(version))
    throw new Refusal("the JSON of a plan", "have format_version 1.x, as Terraform's plans have", version);
  if (plan.errored === true || plan.complete === false)
    throw new Refusal("a plan", "be complete: it failed, or is of a part of the stack", { complete: false });
  const missing = leftOut(plan);
  if (missing.length > 0)
    throw new Refusal("a plan", "be of the whole stack, without -target and -refresh-only", {
      "left out": missing.slice(0, MOST_TOLD),
    });
  return plan;
}
