import type { PolicyType } from "../proofs/policy";
import type { Baseline } from "./schema/baseline";

/** A policy of the configuration and where it shall be attached, whether it can be read or not. */
export interface Attachment {
  /** Path in the configuration: `guardrails.attach[0]`. */
  readonly where: string;
  /** Id of the guardrail, or name of the team's policy. */
  readonly id: string;
  readonly type: PolicyType;
  readonly targets: readonly string[];
}

/** Guardrails and the team's own policies alike, in the order of the configuration. */
export const attachments = ({ attach, files }: Baseline["guardrails"]): readonly Attachment[] => [
  ...attach.map(({ id, targets }, index) => ({
    where: `guardrails.attach[${index}]`,
    id,
    type: "SERVICE_CONTROL_POLICY" as const,
    targets,
  })),
  ...files.map(({ name, type, targets }, index) => ({ where: `guardrails.files[${index}]`, id: name, type, targets })),
];
