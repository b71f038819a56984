import { policyText } from "../catalogue/guardrail";
import { guardrail } from "../catalogue/guardrails";
import { parsePolicy, type PolicyDocument, type PolicyType } from "../proofs/policy";
import { guardrailSettings, type GUARDRAIL_SETTINGS_READ } from "./guardrail-settings";
import type { Baseline } from "./schema/baseline";
import { teamPolicy } from "./team-policy";

/** A policy of the baseline, from the catalogue or the team's own, as it is sent and where it is attached. */
export interface PlacedPolicy {
  /** Path in the configuration: `guardrails.attach[0]`. */
  readonly where: string;
  /** Id of the guardrail, or name of the team's policy. */
  readonly id: string;
  readonly source: "catalogue" | "team";
  readonly type: PolicyType;
  readonly description: string;
  readonly targets: readonly string[];
  /** As AWS stores it and counts it. */
  readonly text: string;
  readonly document: PolicyDocument;
}

/** Every policy of the configuration, in its order. One of the team's that cannot be read is reported by its check. */
export function placedPolicies(
  baseline: Pick<Baseline, (typeof GUARDRAIL_SETTINGS_READ)[number]>,
): readonly PlacedPolicy[] {
  const settings = guardrailSettings(baseline);
  const ofCatalogue = baseline.guardrails.attach.map(({ id, targets }, index): PlacedPolicy => {
    const entry = guardrail(id);
    const text = policyText(entry.statements(settings));
    return {
      where: `guardrails.attach[${index}]`,
      id,
      source: "catalogue",
      type: "SERVICE_CONTROL_POLICY",
      description: entry.title,
      targets,
      text,
      document: parsePolicy(JSON.parse(text), id),
    };
  });
  const ofTeam = baseline.guardrails.files.flatMap((file, index): readonly PlacedPolicy[] => {
    const policy = teamPolicy(file);
    if (policy.broken !== undefined) return [];
    const { name, type, targets } = file;
    const description = `The team's own policy ${name}`;
    const { text, document } = policy;
    return [
      { where: `guardrails.files[${index}]`, id: name, source: "team", type, description, targets, text, document },
    ];
  });
  return [...ofCatalogue, ...ofTeam];
}
