import type { Blueprint } from "../../../config";
import type { KeyFacts } from "../../../organization/services/keys";
import type { Control, Subject } from "../../control";
import { applied, gap, judged, type CommandWords, type Finding, inForce, type Mend } from "../../item";

/** An alias, where it is looked for, and the stack that makes it. */
interface Wanted {
  readonly alias: string;
  readonly stack: string;
}

const of = ({ arn }: KeyFacts, action: string): CommandWords => ["aws", "kms", action, "--key-id", arn];

/** A key whose deletion is called off is disabled. Source: KMS API Reference, CancelKeyDeletion. */
const revive = (key: KeyFacts): Mend => ({
  run: [...(key.state === "PendingDeletion" ? [of(key, "cancel-key-deletion")] : []), of(key, "enable-key")],
});

function judgeKey({ alias, stack }: Wanted, keys: readonly KeyFacts[]): Finding {
  const key = keys.find((each) => each.alias === alias);
  if (key === undefined) return gap(alias, "does not exist", applied(stack));
  if (key.state !== "Enabled")
    return gap(
      alias,
      `is ${key.state ?? "in no known state"}: what it encrypts cannot be read or written`,
      revive(key),
    );
  return key.rotation
    ? inForce(alias, "enabled, rotates every year")
    : gap(alias, "enabled, does not rotate", { run: [of(key, "enable-key-rotation")] });
}

const aliases = ({
  names,
  baseline,
}: Blueprint): Readonly<Record<"trail" | "alerts" | "second", readonly Wanted[]>> => ({
  trail:
    baseline.auditTrail.mode === "create"
      ? [names.trailKeyAlias, names.trailLogGroupKeyAlias].map((alias) => ({ alias, stack: "audit-trail" }))
      : [],
  alerts: [{ alias: names.alertKeyAlias, stack: "alarms" }],
  second:
    baseline.alerting.secondChannel === undefined ? [] : [{ alias: `alias/${names.secondChannel}`, stack: "alarms" }],
});

function judge({ live: { auditTrail, alarms, secondChannel }, blueprint }: Subject) {
  const { trail, alerts, second } = aliases(blueprint);
  const of = (keys: (typeof auditTrail)["keys"], wanted: readonly Wanted[]) =>
    wanted.length === 0
      ? []
      : judged(wanted.map(({ alias }) => alias).join(", "), keys, (all) => wanted.map((each) => judgeKey(each, all)));
  return [...of(auditTrail.keys, trail), ...of(alarms.keys, alerts), ...of(secondChannel.keys, second)];
}

export const keys: Control = {
  id: "keys",
  title: "Every key of the baseline is enabled and rotates",
  matters: "A key that is disabled or waits for its deletion stops the record and every alert that it encrypts.",
  checklist: 4,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "4.6" },
    { source: "AWS Security Hub", control: "KMS.4" },
    { source: "Prowler", control: "kms_cmk_rotation_enabled" },
  ],
  reads: ["kms:ListAliases", "kms:DescribeKey", "kms:GetKeyRotationStatus", "kms:GetKeyPolicy"],
  judge,
};
