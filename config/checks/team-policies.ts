import { GUARDRAIL_IDS } from "../../catalogue/guardrails";
import { teamPolicy } from "../team-policy";
import { check } from "./check";

/** A policy that cannot be read or judged is not sent. */
export const policiesAreReadable = check(["guardrails"], ({ guardrails: { files } }) =>
  files.flatMap((file, index) => {
    const { broken } = teamPolicy(file);
    if (broken === undefined) return [];
    const got = typeof file.policy === "string" ? file.policy : file.name;
    return [
      { where: `guardrails.files[${index}].policy`, rule: `be a policy that can be read and judged (${broken})`, got },
    ];
  }),
);

/** Names become names of policies in AWS, where each exists once. */
export const policyNamesDiffer = check(["guardrails"], ({ guardrails: { files } }) => {
  const names = files.map(({ name }) => name);
  return names.flatMap((name, index) => {
    const where = `guardrails.files[${index}].name`;
    if (GUARDRAIL_IDS.some((id) => id === name))
      return [{ where, rule: "differ from the ids of guardrails, whose policies have such names", got: name }];
    const first = names.indexOf(name);
    return first < index ? [{ where, rule: `differ from guardrails.files[${first}].name`, got: name }] : [];
  });
});
