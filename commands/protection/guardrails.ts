import type { GuardrailFacts } from "../../organization/guardrails";
import type { PolicyTarget } from "../../organization/live-organization";
import { line, listed } from "./lines";

const targetText = ({ type, id, name }: PolicyTarget): string => (type === "ACCOUNT" ? `${id} (${name})` : name);

export function showGuardrails({ policyTypes, policies }: GuardrailFacts): readonly string[] {
  const own = policies.filter(({ awsManaged }) => !awsManaged);
  return [
    ...(policyTypes.includes("SERVICE_CONTROL_POLICY") ? [] : [line("policy type", "OFF: no policy is in force")]),
    ...own.map(({ name, targets }) => line("policy", `${name} → ${listed(targets.map(targetText), "NO TARGET")}`)),
  ];
}
