import { GUARDRAIL_IDS } from "../../catalogue/guardrails";
import type { Baseline } from "../schema/baseline";
import type { Check } from "./check";

/** Packs and policies of the team's own, whose names become names of policies in AWS. */
const named = ({ packs, files }: Baseline["guardrails"]) => [
  ...packs.map((pack, index) => ({ ...pack, where: `guardrails.packs[${index}]` })),
  ...files.map((file, index) => ({ ...file, where: `guardrails.files[${index}]` })),
];

/** In AWS each name exists once. */
export const policyNamesDiffer: Check = ({ baseline }) => {
  const policies = named(baseline.guardrails);
  return policies.flatMap(({ name, where: policy }, index) => {
    const where = `${policy}.name`;
    if (GUARDRAIL_IDS.some((id) => id === name))
      return [{ where, rule: "differ from the ids of guardrails, whose policies have such names", got: name }];
    const first = policies.findIndex((other) => other.name === name);
    return first < index ? [{ where, rule: `differ from ${policies[first]?.where}.name`, got: name }] : [];
  });
};

/**
 * A name until now leads from one policy to one other. Terraform follows a chain of `moved` blocks to its end, refuses a
 * circle, and cannot move to where something stands: names that are exchanged take a deploy each.
 */
export const renamesAreClear: Check = ({ baseline }) => {
  const policies = named(baseline.guardrails);
  return policies.flatMap(({ previousName, where: policy }, index) => {
    if (previousName === undefined) return [];
    const where = `${policy}.previousName`;
    if (GUARDRAIL_IDS.some((id) => id === previousName))
      return [
        { where, rule: "be a name of a pack or a file, which no guardrail of the catalogue has", got: previousName },
      ];
    const holder = policies.find(({ name }) => name === previousName);
    if (holder?.where === policy)
      return [{ where, rule: "be left out, or be the name until now: the policy has this one", got: previousName }];
    if (holder !== undefined)
      return [
        {
          where,
          rule: `be a name that nothing has any more: ${holder.where} has it, and names change hands in two deploys`,
          got: previousName,
        },
      ];
    const first = policies.findIndex((other) => other.previousName === previousName);
    return first < index
      ? [
          {
            where,
            rule: `differ from ${policies[first]?.where}.previousName: one policy becomes one`,
            got: previousName,
          },
        ]
      : [];
  });
};
