import type { GuardrailFacts } from "../../../organization/guardrails";
import { type Level, parsePolicy } from "../../../proofs/policy";

/** Where an account stands: each place with its name in the read-back targets and its id. */
type Place = readonly [kind: Level["kind"], name: string, id: string];

/** The way from the root down to an account, with the policies that AWS reports at each place. */
export const pathTo = (facts: GuardrailFacts, places: readonly Place[]): readonly Level[] =>
  places.map(([kind, name, id]) => ({
    kind,
    id,
    name,
    policies: facts.policies
      .filter((policy) => policy.targets.some((target) => target.name === name || target.id === id))
      .map((policy) => ({
        name: policy.name,
        type: "SERVICE_CONTROL_POLICY",
        document: parsePolicy(policy.content, policy.name),
      })),
  }));
