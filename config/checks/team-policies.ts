import { GUARDRAIL_IDS } from "../../catalogue/guardrails";
import { teamPolicy } from "../team-policy";
import { check } from "./check";

/** A policy that cannot be read or judged is not sent. */
export const policiesAreReadable = check(["guardrails"], ({ guardrails: { files } }) =>
  files.flatMap((file, index) => {
    const policy = teamPolicy(file);
    if (policy.broken === undefined) return [];
    const rule = `be a policy that can be read and judged (${policy.broken})`;
    return [{ where: `guardrails.files[${index}].policy`, rule, got: policy.got }];
  }),
);

/** Names become names of policies in AWS, where each exists once. */
export const policyNamesDiffer = check(["guardrails"], ({ guardrails: { packs, files } }) => {
  const named = [
    ...packs.map(({ name }, index) => ({ name, where: `guardrails.packs[${index}].name` })),
    ...files.map(({ name }, index) => ({ name, where: `guardrails.files[${index}].name` })),
  ];
  return named.flatMap(({ name, where }, index) => {
    if (GUARDRAIL_IDS.some((id) => id === name))
      return [{ where, rule: "differ from the ids of guardrails, whose policies have such names", got: name }];
    const first = named.findIndex((other) => other.name === name);
    return first < index ? [{ where, rule: `differ from ${named[first]?.where}`, got: name }] : [];
  });
});
