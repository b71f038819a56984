import { driftOf } from "../../../terraform/planning/drift";
import type { StackDrift } from "../../../commands/drift/who";

type Values = Readonly<Record<string, unknown>>;

/** A resource that drifted: its provider, what it was, and what it is; gone where nothing is given. */
export interface Drifted {
  readonly at: readonly [account: string, region: string];
  readonly was?: Values;
  readonly is?: Values;
  /** What an apply makes of it. @default what it was */
  readonly will?: Values;
}

const provider = ([account, region]: Drifted["at"]) => ({
  expressions: { allowed_account_ids: { constant_value: [account] }, region: { constant_value: region } },
});

/** A plan in which these have drifted, as `terraform show -json` prints it. */
export function planOfDrift(resources: Readonly<Record<string, Drifted>>) {
  const entries = Object.entries(resources).map(([address, drifted]) => {
    const [type = "", name = ""] = address.split(/[.[]/);
    const { at, was = { id: "x" }, is, will = was } = drifted;
    return { named: { address, mode: "managed", type, name }, key: at.join("-"), at, was, is, will };
  });
  return {
    format_version: "1.2",
    resource_drift: entries.map(({ named, was, is }) => ({
      ...named,
      change: { actions: is === undefined ? ["delete"] : ["update"], before: was, after: is ?? null },
    })),
    resource_changes: entries.map(({ named, is, will }) => ({
      ...named,
      change: { actions: is === undefined ? ["create"] : ["update"], before: is ?? null, after: will },
    })),
    configuration: {
      provider_config: Object.fromEntries(entries.map(({ key, at }) => [key, provider(at)])),
      // Of what has an index there may be several, or none.
      root_module: {
        resources: entries.map(({ named, key }) => ({ ...named, provider_config_key: key, for_each_expression: {} })),
      },
    },
  };
}

/** What drifted of a stack. */
export const drifted = (stack: string, resources: Readonly<Record<string, Drifted>>): StackDrift => ({
  stack,
  ...driftOf(JSON.stringify(planOfDrift(resources))),
});
