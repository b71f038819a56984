import { mustNotShrink, mustStayOff, mustStayOn } from "./orders";
import { settingRule } from "./setting";

const type = "aws_kms_key";

export const keyProtection = settingRule({
  id: "key-protection",
  severity: "medium",
  fires: "a key is switched off, no longer rotated, or can be deleted faster",
  matters: "without its key the record cannot be written or read; a deletion that nobody stops in time is final",
  settings: [
    { type, value: "is_enabled", weaker: mustStayOn, says: "the key is disabled", severity: "critical" },
    { type, value: "enable_key_rotation", weaker: mustStayOn, says: "the key is no longer rotated" },
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
