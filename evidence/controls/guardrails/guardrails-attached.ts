import { isDeepStrictEqual } from "node:util";
import type { Blueprint, PlacedPolicy, Target } from "../../../config";
import { jsonObject } from "../../../organization/services/json";
import { together } from "../../../organization/clients/reading";
import type { Snapshot, SnapshotPolicy } from "../../../organization/tree/snapshot";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, must, type Finding } from "../../item";

const APPLY = applied("guardrails");

/** Id of a target; undefined where the organization has no such place. */
function idOf({ kind, text }: Target, { root, units, accounts }: Snapshot): string | undefined {
  if (kind === "root") return root;
  if (kind === "path") return units.find(({ path }) => path === text)?.id;
  return [...units, ...accounts].find(({ id }) => id === text)?.id;
}

/** The text as a person compares it: white space and the order of keys do not count. */
const isSame = (live: SnapshotPolicy, placed: PlacedPolicy): boolean =>
  isDeepStrictEqual(jsonObject(live.text), jsonObject(placed.text));

function judgePolicy(placed: PlacedPolicy, snapshot: Snapshot, { names }: Blueprint): Finding {
  const name = names.entry(placed.id);
  const live = snapshot.policies.find((policy) => policy.name === name && policy.type === placed.type);
  if (live === undefined) return gap(placed.id, "does not exist", APPLY);
  if (!isSame(live, placed)) return gap(placed.id, "says something else than the configuration", APPLY);
  const targets = placed.targets.map((target) => ({ text: target.text, id: idOf(target, snapshot) }));
  const missing = targets.filter(({ id }) => id === undefined || !live.targets.includes(id));
  if (missing.length > 0) {
    const held = `${targets.length - missing.length} of ${targets.length} targets`;
    return gap(placed.id, `attached to ${held}, not to ${missing.map(({ text }) => text).join(", ")}`, APPLY);
  }
  const others = live.targets.filter((target) => !targets.some(({ id }) => id === target));
  const also = others.length === 0 ? "" : `; also to ${others.join(", ")}, which the configuration does not name`;
  return inForce(placed.id, `as configured, attached to ${targets.map(({ text }) => text).join(", ")}${also}`);
}

export const guardrailsAttached: Control = {
  id: "guardrails-attached",
  title: "Every configured policy is attached where it should be, word for word",
  matters: "A policy that was detached or emptied denies nothing, and no user sees a difference.",
  checklist: 3,
  references: [{ source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" }],
  reads: [
    "organizations:ListRoots",
    "organizations:ListPolicies",
    "organizations:DescribePolicy",
    "organizations:ListTargetsForPolicy",
    "organizations:ListOrganizationalUnitsForParent",
    "organizations:ListAccountsForParent",
  ],
  judge: ({ live: { snapshot, policyTypes }, blueprint }) =>
    judged("guardrails", together(snapshot, policyTypes), ([organization, types]) => {
      const used = [...new Set(["SERVICE_CONTROL_POLICY", ...blueprint.policies.map(({ type }) => type)])];
      return [
        ...used.map((type) =>
          must(type, types.includes(type), "enabled", "not enabled: no policy of this type is in force", {
            run: [
              ["aws", "organizations", "enable-policy-type", "--root-id", organization.root, "--policy-type", type],
            ],
          }),
        ),
        ...blueprint.policies.map((placed) => judgePolicy(placed, organization, blueprint)),
      ];
    }),
};
