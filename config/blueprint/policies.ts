import { policyText, policyTypeOf, type GuardrailSettings } from "../../catalogue/guardrail";
import { guardrail } from "../../catalogue/guardrails";
import type { Partition } from "../../catalogue/partitions";
import { RESOURCE_CONTROL_POLICY_QUOTA, SERVICE_CONTROL_POLICY_QUOTAS, type PolicyQuota } from "../../catalogue/quotas";
import { parsePolicy, type PolicyDocument, type PolicyType } from "../../proofs/policy";
import type { Baseline } from "../schema/baseline";
import { Target } from "./target";
import type { TeamPolicy } from "./team-policy";

/** A policy of the configuration and where it shall be attached, whether it can be read or not. */
export interface Attachment {
  /** Path in the configuration: `guardrails.attach[0]`; of a pack, its first guardrail. */
  readonly where: string;
  /** Id of the guardrail, name of the pack, or name of the team's policy. */
  readonly id: string;
  readonly source: "catalogue" | "pack" | "team";
  readonly type: PolicyType;
  readonly description: string;
  readonly targets: readonly Target[];
  /** Name of the pack or of the team's policy until the deploy that renames it. */
  readonly previousName?: string;
  /** Guardrails that the policy carries; none for the team's own. */
  readonly guardrails: readonly string[];
}

/** A policy of the baseline, from the catalogue or the team's own, as it is sent and where it is attached. */
export interface PlacedPolicy extends Attachment {
  /** As AWS stores it and counts it. */
  readonly text: string;
  readonly document: PolicyDocument;
}

type Guardrails = Baseline["guardrails"];

const targetsOf = (texts: readonly string[]): readonly Target[] => texts.map((text) => new Target(text));

const renamed = ({ previousName }: { readonly previousName?: string | undefined }) =>
  previousName === undefined ? {} : { previousName };

/** One policy a guardrail, but one a pack: it stands where the first of its guardrails does. */
function ofCatalogue({ attach, packs }: Guardrails): readonly Attachment[] {
  const ids = [...new Set(attach.map(({ id }) => id))];
  const isScp = (id: string) => policyTypeOf(guardrail(id)) === "SERVICE_CONTROL_POLICY";
  // A pack is one service control policy. What it cannot hold is reported by its check, and stands alone here.
  const packOf = (id: string) =>
    isScp(id) ? packs.find((pack) => pack.guardrails.some((member) => member === id)) : undefined;
  return attach.flatMap(({ id, targets }, index): readonly Attachment[] => {
    const common = {
      where: `guardrails.attach[${index}]`,
      type: policyTypeOf(guardrail(id)),
      targets: targetsOf(targets),
    };
    const alone: Attachment = {
      ...common,
      id,
      source: "catalogue",
      description: guardrail(id).title,
      guardrails: [id],
    };
    const pack = packOf(id);
    if (pack === undefined) return [alone];
    const guardrails = ids.filter((other) => packOf(other) === pack);
    const isFirst = attach.findIndex((entry) => packOf(entry.id) === pack) === index;
    const packed: Attachment = {
      ...common,
      ...renamed(pack),
      id: pack.name,
      source: "pack",
      description: `Guardrails: ${guardrails.join(", ")}`,
      guardrails,
    };
    return [...(isFirst ? [packed] : []), ...(pack.overlap ? [alone] : [])];
  });
}

const ofTeam = ({ files }: Guardrails): readonly Attachment[] =>
  files.map(({ name, previousName, type, targets }, index) => ({
    ...renamed({ previousName }),
    where: `guardrails.files[${index}]`,
    id: name,
    source: "team",
    type,
    description: `The team's own policy ${name}`,
    targets: targetsOf(targets),
    guardrails: [],
  }));

/** Guardrails, then the team's own policies, each in the order of the configuration. */
export const attachmentsOf = (guardrails: Guardrails): readonly Attachment[] => [
  ...ofCatalogue(guardrails),
  ...ofTeam(guardrails),
];

/** What the texts of policies depend on. */
interface Written {
  readonly attachments: readonly Attachment[];
  readonly guardrailSettings: GuardrailSettings;
  /** The team's own policies, in the order of the configuration. */
  readonly teamPolicies: readonly TeamPolicy[];
}

/** Every policy, in the order of the configuration. One of the team's that cannot be read is reported by its check. */
export function policiesOf({ attachments, guardrailSettings, teamPolicies }: Written): readonly PlacedPolicy[] {
  const firstOfTeam = attachments.length - teamPolicies.length;
  return attachments.flatMap((attachment, index): readonly PlacedPolicy[] => {
    if (attachment.source === "team") {
      const policy = teamPolicies[index - firstOfTeam];
      return policy === undefined || policy.broken !== undefined ? [] : [{ ...attachment, ...policy }];
    }
    const text = policyText(attachment.guardrails.flatMap((id) => guardrail(id).statements(guardrailSettings)));
    return [{ ...attachment, text, document: parsePolicy(JSON.parse(text), attachment.id, attachment.type) }];
  });
}

/** AWS's quotas of each type of policy; those of service control policies are the operator's where theirs differ. */
export type PolicyQuotas = Readonly<Record<PolicyType, PolicyQuota>>;

export const policyQuotasOf = ({ quotas }: Guardrails, partition: Partition): PolicyQuotas => {
  const { policySize, policiesPerTarget } = SERVICE_CONTROL_POLICY_QUOTAS[partition.id];
  return {
    SERVICE_CONTROL_POLICY: {
      policySize: quotas.policySize ?? policySize,
      policiesPerTarget: quotas.policiesPerTarget ?? policiesPerTarget,
    },
    RESOURCE_CONTROL_POLICY: RESOURCE_CONTROL_POLICY_QUOTA,
  };
};
