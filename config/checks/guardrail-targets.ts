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
export const targetsKeepApart = check(["guardrails"], ({ guardrails: { attach } }) =>
  attach.flatMap(({ id, targets }, attachment) =>
    targets.flatMap((target, index) => {
      const twin = targets.find((other) => targetSlug(other) === targetSlug(target));
      if (twin === undefined || twin === target) return [];
      return [
        {
          where: `guardrails.attach[${attachment}].targets[${index}]`,
          rule: `be written as an OU id: as a name it gets the same Terraform address as ${quoted(twin)}, ${id}_${targetSlug(target)}`,
          got: target,
        },
      ];
    }),
  ),
);

/** Service control policies pass over the management account, wherever they are attached. */
export const targetsAreBound = check(["guardrails", "accounts"], ({ guardrails: { attach }, accounts }) =>
  attach.flatMap(({ targets }, attachment) =>
    targets
      .map((target, index) => ({
        where: `guardrails.attach[${attachment}].targets[${index}]`,
        rule: "be something else than the management account: SCPs never bind it",
        got: target,
      }))
      .filter(({ got }) => got === accounts.management.id),
  ),
);
