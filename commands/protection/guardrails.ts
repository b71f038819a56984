import type { GuardrailFacts } from "../../organization/guardrails";
import type { PolicyTarget } from "../../organization/tree/live-organization";
import type { Parts } from "../../organization/clients/reading";
import { line, listed, read } from "./lines";

const targetText = ({ type, id, name }: PolicyTarget): string => (type === "ACCOUNT" ? `${id} (${name})` : name);

export const showGuardrails = ({ policyTypes, policies }: Parts<GuardrailFacts>): readonly string[] => [
  ...read("policy type", policyTypes, (types) =>
    types.includes("SERVICE_CONTROL_POLICY") ? [] : [line("policy type", "OFF: no policy is in force")],
  ),
  ...read("policy", policies, (all) =>
    all
      .filter(({ awsManaged }) => !awsManaged)
      .map(({ name, targets }) => line("policy", `${name} → ${listed(targets.map(targetText), "NO TARGET")}`)),
  ),
];
