import { bearingOf, type Bearing, type IsAbsent } from "./bearing";
import type { Call } from "./call";
import type { Context } from "./condition-keys";
import { contextOf } from "./context";
import { bindingTypes, evaluate, nameOf, type EvaluateOptions } from "./evaluate";
import { exemptionFrom } from "./exemption";
import { accountAt, type AttachedPolicy, type Level } from "./hierarchy";
import type { Statement } from "./policy-document";
import type { Undecided, Verdict } from "./verdict";

interface Judged {
  readonly call: Call;
  readonly context: Context;
  readonly isAbsent: IsAbsent;
}

interface Open {
  readonly policy: AttachedPolicy;
  readonly statement: Statement;
  readonly keys: readonly string[];
}

const bearings = (
  policies: readonly AttachedPolicy[],
  effect: Statement["effect"],
  { call, context, isAbsent }: Judged,
): readonly (readonly [AttachedPolicy, Statement, Bearing])[] =>
  policies.flatMap((policy) =>
    policy.document.statements
      .filter((statement) => statement.effect === effect)
      .map((statement) => [policy, statement, bearingOf(statement, call, context, isAbsent)] as const),
  );

const firstOpen = (found: ReturnType<typeof bearings>): Open | undefined => {
  for (const [policy, statement, bearing] of found)
    if (typeof bearing !== "string") return { policy, statement, keys: bearing };
  return undefined;
};

/** A level that allows the call only if a value is what an Allow asks for. */
function openAllow(level: Level, judged: Judged): Open | undefined {
  const policies = level.policies.filter(({ type }) => type === "SERVICE_CONTROL_POLICY");
  const found = bearings(policies, "Allow", judged);
  return found.some(([, , bearing]) => bearing === "yes") ? undefined : firstOpen(found);
}

const undecided = (level: Level, { policy, statement, keys }: Open, reason: Undecided["reason"]): Undecided => ({
  decision: "undecided",
  reason,
  level: nameOf(level),
  policy: policy.name,
  policyType: policy.type,
  statement: statement.id,
  keys,
});

/**
 * Judges as `evaluate` does, and answers "undecided" in place of "allowed" or "not bound" where a statement asks for a
 * value that the call does not give and that is not known to be absent. A denial stands as it is: what is missing in
 * the call counts as absent there.
 *
 * @throws as `evaluate` does
 */
export function decide(
  call: Call,
  hierarchy: readonly Level[],
  isAbsent: IsAbsent,
  options: EvaluateOptions = {},
): Verdict | Undecided {
  const verdict = evaluate(call, hierarchy, options);
  if (verdict.decision === "denied") return verdict;
  const judged = { call, context: contextOf(call), isAbsent };
  const place = { account: accountAt(hierarchy), managementAccount: options.managementAccount };
  const types = bindingTypes(call, hierarchy, place);
  for (const level of hierarchy) {
    const binding = level.policies.filter(({ type }) => types.includes(type));
    const deny = firstOpen(bearings(binding, "Deny", judged));
    if (deny !== undefined) return undecided(level, deny, "a deny may apply");
  }
  if (exemptionFrom("SERVICE_CONTROL_POLICY", call, place) !== undefined) return verdict;
  for (const level of hierarchy) {
    const allow = openAllow(level, judged);
    if (allow !== undefined) return undecided(level, allow, "an allow may not apply");
  }
  return verdict;
}
