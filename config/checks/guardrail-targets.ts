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

/** Targets become Terraform addresses; two that become the same one would silently be one attachment. */
export const targetsKeepApart = check(["guardrails"], ({ guardrails }) =>
  attachments(guardrails).flatMap(({ where, id, targets }) =>
    targets.flatMap((target, index) => {
      const twin = targets.find((other) => targetSlug(other) === targetSlug(target));
      if (twin === undefined || twin === target) return [];
      return [
        {
          where: `${where}.targets[${index}]`,
          rule: `be written as an OU id: as a name it gets the same Terraform address as ${quoted(twin)}, ${id}_${targetSlug(target)}`,
          got: target,
        },
      ];
    }),
  ),
);

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
