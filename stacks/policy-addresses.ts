import type { Blueprint } from "../config";

export type PlacedPolicy = Blueprint["policies"][number];

/** A guardrail's address is its id; packs and policies of the team's own stand under names that no id can meet. */
const SCOPES = { catalogue: "", pack: "packs_", team: "files_" } as const;

/** Name of a policy and of its attachments in Terraform. Permanent. */
export const addressOf = ({ id, source }: Pick<PlacedPolicy, "id" | "source">): string => `${SCOPES[source]}${id}`;

/** Address of all attachments of a policy. The ids of its targets are their keys. */
export const attachmentOf = (policy: Pick<PlacedPolicy, "id" | "source">): string =>
  `aws_organizations_policy_attachment.${addressOf(policy)}`;

/**
 * Addresses that attachments had until November 2026: the spelling of the target was a part of them, so a renamed unit
 * was another attachment. Terraform forgets them and imports what is live, see docs/runbooks/changes.md. Permanent:
 * nobody knows which version a team upgrades from.
 */
export const formerAttachments = (placed: readonly PlacedPolicy[]): readonly string[] => [
  ...new Set(placed.flatMap((policy) => policy.targets.map(({ address }) => `${attachmentOf(policy)}_${address}`))),
];

/** `moved` blocks of policies that have a new name, and of their attachments: the policy is renamed where it is. */
export const renames = (placed: readonly PlacedPolicy[]): readonly { readonly from: string; readonly to: string }[] =>
  placed.flatMap(({ previousName, ...policy }) => {
    if (previousName === undefined) return [];
    const former = { ...policy, id: previousName };
    return [
      {
        from: `aws_organizations_policy.${addressOf(former)}`,
        to: `aws_organizations_policy.${addressOf(policy)}`,
      },
      { from: attachmentOf(former), to: attachmentOf(policy) },
    ];
  });
