import { guardrail } from "../catalogue/guardrails";
import type { PolicyType } from "../proofs/policy";
import type { Baseline } from "./schema/baseline";

/** A policy of the configuration and where it shall be attached, whether it can be read or not. */
export interface Attachment {
  /** Path in the configuration: `guardrails.attach[0]`; of a pack, its first guardrail. */
  readonly where: string;
  /** Id of the guardrail, name of the pack, or name of the team's policy. */
  readonly id: string;
  readonly source: "catalogue" | "pack" | "team";
  readonly type: PolicyType;
  readonly description: string;
  readonly targets: readonly string[];
  /** Guardrails that the policy carries; none for the team's own. */
  readonly guardrails: readonly string[];
}

type Guardrails = Baseline["guardrails"];

/** One policy a guardrail, but one a pack: it stands where the first of its guardrails does. */
function ofCatalogue({ attach, packs }: Guardrails): readonly Attachment[] {
  const ids = [...new Set(attach.map(({ id }) => id))];
  const packOf = (id: string) => packs.find((pack) => pack.guardrails.some((member) => member === id));
  return attach.flatMap(({ id, targets }, index): readonly Attachment[] => {
    const common = { where: `guardrails.attach[${index}]`, type: "SERVICE_CONTROL_POLICY", targets } as const;
    const pack = packOf(id);
    if (pack === undefined)
      return [{ ...common, id, source: "catalogue", description: guardrail(id).title, guardrails: [id] }];
    const guardrails = ids.filter((other) => packOf(other) === pack);
    const first = attach.findIndex((entry) => packOf(entry.id) === pack);
    if (first !== index) return [];
    return [
      { ...common, id: pack.name, source: "pack", description: `Guardrails: ${guardrails.join(", ")}`, guardrails },
    ];
  });
}

/** Guardrails and the team's own policies alike, in the order of the configuration. */
export const attachments = (guardrails: Guardrails): readonly Attachment[] => [
  ...ofCatalogue(guardrails),
  ...guardrails.files.map(({ name, type, targets }, index): Attachment => ({
    where: `guardrails.files[${index}]`,
    id: name,
    source: "team",
    type,
    description: `The team's own policy ${name}`,
    targets,
    guardrails: [],
  })),
];
