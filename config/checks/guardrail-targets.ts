import { attachments } from "../attachments";
import { quoted } from "../shown";
import { targetSlug } from "../target-slug";
import { check } from "./check";

/** One guardrail is one policy: all its targets stand together. */
export const guardrailsAreListedOnce = check(["guardrails"], ({ guardrails: { attach } }) => {
  const ids = attach.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    if (first === index) return [];
    const rule = `be listed once: add these targets to guardrails.attach[${first}].targets`;
    return [{ where: `guardrails.attach[${index}].id`, rule, got: id }];
  });
});

/** The units that are looked up on the way to a target, as parts of addresses: `/` keeps them apart from names. */
const lookups = (target: string): readonly (readonly [unit: string, address: string])[] =>
  target
    .split("/")
    .slice(0, -1)
    .map((_, depth, parts) => parts.slice(0, depth + 1).join("/"))
    .map((unit) => [unit, unit.replace(/[^A-Za-z0-9/-]/g, "-")]);

/** What of an earlier target would stand at the same address: the target itself, or a unit above it. */
function twinOf(target: string, earlier: readonly string[]): string | undefined {
  const same = earlier.find((other) => other !== target && targetSlug(other) === targetSlug(target));
  if (same !== undefined) return same;
  const own = lookups(target);
  return earlier
    .flatMap(lookups)
    .find(([unit, address]) => own.some(([mine, at]) => mine !== unit && at === address))?.[0];
}

/** Targets become Terraform addresses, in every policy: two must not become the same one. */
export const targetsKeepApart = check(["guardrails"], ({ guardrails }) => {
  const targets = attachments(guardrails).flatMap(({ where, targets: own }) =>
    own.map((target, index) => ({ where: `${where}.targets[${index}]`, target })),
  );
  return targets.flatMap(({ where, target }, position) => {
    const earlier = targets.slice(0, position).map((other) => other.target);
    const twin = twinOf(target, earlier);
    if (twin === undefined) return [];
    const rule = `be written as an OU id: as a name it gets the same Terraform address as ${quoted(twin)}`;
    return [{ where, rule, got: target }];
  });
});

/** Neither type of policy binds the management account, wherever it is attached. */
export const targetsAreBound = check(["guardrails", "accounts"], ({ guardrails, accounts }) =>
  attachments(guardrails).flatMap(({ where, type, targets }) =>
    targets
      .map((target, index) => ({
        where: `${where}.targets[${index}]`,
        rule: `be something else than the management account: ${type === "SERVICE_CONTROL_POLICY" ? "SCPs" : "RCPs"} never bind it`,
        got: target,
      }))
      .filter(({ got }) => got === accounts.management.id),
  ),
);
