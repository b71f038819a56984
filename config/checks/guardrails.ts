import { policyTypeOf } from "../../catalogue/guardrail";
import { guardrail } from "../../catalogue/guardrails";
import { clashes } from "../blueprint/target";
import { quoted } from "../report/shown";
import type { Check } from "./check";

/** One guardrail is one policy: all its targets stand together. */
export const guardrailsAreListedOnce: Check = ({ baseline }) => {
  const ids = baseline.guardrails.attach.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    if (first === index) return [];
    const rule = `be listed once: add these targets to guardrails.attach[${first}].targets`;
    return [{ where: `guardrails.attach[${index}].id`, rule, got: id }];
  });
};

/** Targets become Terraform addresses, in every policy: two must not become the same one. */
export const targetsKeepApart: Check = ({ attachments }) => {
  const placed = attachments.flatMap(({ where, targets }) =>
    targets.map((target, index) => ({ where: `${where}.targets[${index}]`, target })),
  );
  const twins = clashes(placed.map(({ target }) => target));
  return placed.flatMap(({ where, target }, position) => {
    const twin = twins[position];
    if (twin === undefined) return [];
    const rule = `be written as an OU id: as a name it gets the same Terraform address as ${quoted(twin)}`;
    return [{ where, rule, got: target.text }];
  });
};

/**
 * Console authorization is AWS Sign-In's of commercial Regions. Source: AWS Sign-In User Guide, console access control;
 * read 2026-11.
 */
export const signInCanBeRefused: Check = ({ baseline, partition }) =>
  baseline.guardrails.attach
    .map(({ id }, index) => ({
      where: `guardrails.attach[${index}].id`,
      rule: `be left out in the ${partition.id} partition: AWS Sign-In asks policies in commercial Regions only`,
      got: id,
    }))
    .filter(({ got }) => got === "deny-root-sign-in" && partition.id !== "aws");

/** Neither type of policy binds the management account, wherever it is attached. */
export const targetsAreBound: Check = ({ attachments, accounts: { management } }) =>
  attachments.flatMap(({ where, type, targets }) =>
    targets
      .map(({ account, text }, index) => ({
        account,
        where: `${where}.targets[${index}]`,
        rule: `be something else than the management account: ${type === "SERVICE_CONTROL_POLICY" ? "SCPs" : "RCPs"} never bind it`,
        got: text,
      }))
      .filter(({ account }) => account === management.id),
  );

const sorted = (list: readonly string[]): string => [...list].sort().map(quoted).join(", ");

/** A pack is one policy: what it holds is attached, once, and to the same targets. */
export const packsHoldTogether: Check = ({ baseline }) => {
  const { attach, packs } = baseline.guardrails;
  const targetsOf = (id: string) => attach.find((entry) => entry.id === id)?.targets;
  return packs.flatMap(({ guardrails }, index) => {
    const common = guardrails.map(targetsOf).find((targets) => targets !== undefined);
    return guardrails.flatMap((id, place) => {
      const where = `guardrails.packs[${index}].guardrails[${place}]`;
      const targets = targetsOf(id);
      const other = packs.findIndex((pack) => pack.guardrails.includes(id));
      if (other < index) return [{ where, rule: `be left out: guardrails.packs[${other}] holds it`, got: id }];
      if (targets === undefined || common === undefined)
        return [{ where, rule: "be a guardrail that guardrails.attach lists", got: id }];
      if (policyTypeOf(guardrail(id)) !== "SERVICE_CONTROL_POLICY")
        return [
          {
            where,
            rule: "be left out: it is a resource control policy, and packs are service control policies",
            got: id,
          },
        ];
      if (sorted(targets) === sorted(common)) return [];
      const rule = `have the targets of the pack, ${sorted(common)}: it has ${sorted(targets)}, and a pack is one policy`;
      return [{ where, rule, got: id }];
    });
  });
};

/** A policy that cannot be read or judged is not sent. */
export const policiesAreReadable: Check = ({ teamPolicies }) =>
  teamPolicies.flatMap((policy, index) => {
    if (policy.broken === undefined) return [];
    const rule = `be a policy that can be read and judged (${policy.broken})`;
    return [{ where: `guardrails.files[${index}].policy`, rule, got: policy.got }];
  });
