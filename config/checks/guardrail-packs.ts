import { quoted } from "../shown";
import { check } from "./check";

const sorted = (list: readonly string[]): string => [...list].sort().map(quoted).join(", ");

/** A pack is one policy: what it holds is attached, once, and to the same targets. */
export const packsHoldTogether = check(["guardrails"], ({ guardrails: { attach, packs } }) =>
  packs.flatMap(({ guardrails }, index) => {
    const targetsOf = (id: string) => attach.find((entry) => entry.id === id)?.targets;
    const common = guardrails.map(targetsOf).find((targets) => targets !== undefined);
    return guardrails.flatMap((id, place) => {
      const where = `guardrails.packs[${index}].guardrails[${place}]`;
      const targets = targetsOf(id);
      const other = packs.findIndex((pack) => pack.guardrails.includes(id));
      if (other < index) return [{ where, rule: `be left out: guardrails.packs[${other}] holds it`, got: id }];
      if (targets === undefined || common === undefined)
        return [{ where, rule: "be a guardrail that guardrails.attach lists", got: id }];
      if (sorted(targets) === sorted(common)) return [];
      const rule = `have the targets of the pack, ${sorted(common)}: it has ${sorted(targets)}, and a pack is one policy`;
      return [{ where, rule, got: id }];
    });
  }),
);
