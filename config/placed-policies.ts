import { policyText, type GuardrailSettings } from "../catalogue/guardrail";
import { guardrail } from "../catalogue/guardrails";
import { parsePolicy, type PolicyDocument } from "../proofs/policy";
import { attachments, type Attachment } from "./attachments";
import { guardrailSettings, type GUARDRAIL_SETTINGS_READ } from "./guardrail-settings";
import type { Baseline } from "./schema/baseline";
import { teamPolicy } from "./team-policy";

/** A policy of the baseline, from the catalogue or the team's own, as it is sent and where it is attached. */
export interface PlacedPolicy extends Attachment {
  /** As AWS stores it and counts it. */
  readonly text: string;
  readonly document: PolicyDocument;
}

function ofCatalogue(attachment: Attachment, settings: GuardrailSettings): PlacedPolicy {
  const text = policyText(attachment.guardrails.flatMap((id) => guardrail(id).statements(settings)));
  return { ...attachment, text, document: parsePolicy(JSON.parse(text), attachment.id) };
}

/** Every policy of the configuration, in its order. One of the team's that cannot be read is reported by its check. */
export function placedPolicies(
  baseline: Pick<Baseline, (typeof GUARDRAIL_SETTINGS_READ)[number]>,
): readonly PlacedPolicy[] {
  const settings = guardrailSettings(baseline);
  const all = attachments(baseline.guardrails);
  const ofTeam = all.filter(({ source }) => source === "team");
  const team = baseline.guardrails.files.map(teamPolicy);
  return [
    ...all.filter(({ source }) => source !== "team").map((attachment) => ofCatalogue(attachment, settings)),
    ...ofTeam.flatMap((attachment, index): readonly PlacedPolicy[] => {
      const policy = team[index];
      return policy === undefined || policy.broken !== undefined ? [] : [{ ...attachment, ...policy }];
    }),
  ];
}
