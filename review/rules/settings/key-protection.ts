import type { ReviewInput } from "../../model/review-input";
import { afterOf } from "../../model/same-thing";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf } from "../words";
import { mustNotGrow, mustNotShrink, mustStayOff, mustStayOn } from "./orders";
import { settingRule } from "./setting";

const type = "aws_kms_key";

const ALIAS = "aws_kms_alias";

/** Aliases that go and by which something still names its key. */
const missed = (input: ReviewInput): readonly Found[] =>
  input.changes.flatMap((change) => {
    const { before } = change;
    if (before?.type !== ALIAS || afterOf(change, input) !== undefined) return [];
    const { name } = before.values;
    const users = input.after.things.filter(({ values }) =>
      ["kms_master_key_id", "kms_key_id"].some((key) => values[key] === name),
    );
    return users.map((user) => ({
      severity: "critical" as const,
      place: placeOf(before),
      words: `the alias \`${nameOf(before)}\` is removed, and \`${nameOf(user)}\` still names its key by it`,
    }));
  });

const settings = settingRule({
  id: "key-protection",
  severity: "medium",
  fires: "a key is switched off, no longer rotated, loses a name that is used, or can be deleted faster",
  matters: "without its key the record cannot be written or read; a deletion that nobody stops in time is final",
  settings: [
    { type, value: "is_enabled", weaker: mustStayOn, says: "the key is disabled", severity: "critical" },
    { type, value: "enable_key_rotation", weaker: mustStayOn, says: "the key is no longer rotated" },
    {
      type,
      // AWS KMS API Reference, EnableKeyRotation: 365 days where nothing is said.
      value: ({ values }) => values["rotation_period_in_days"] ?? 365,
      weaker: mustNotGrow,
      says: "the key is rotated less often: {} days",
    },
    {
      type,
      value: ({ values }) => values["deletion_window_in_days"] ?? 30,
      weaker: mustNotShrink(),
      says: "the key can be gone after {} days",
    },
    {
      type,
      value: "bypass_policy_lockout_safety_check",
      weaker: mustStayOff,
      says: "a key policy that locks everybody out is accepted",
    },
  ],
});

export const keyProtection: ReviewRule = { ...settings, find: (input) => [...settings.find(input), ...missed(input)] };
