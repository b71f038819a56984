import { ALARM_PAIRS } from "./alerts/alarms";
import { ALERT_PAIRS } from "./alerts/alerts";
import { DEAD_LETTER_PAIRS } from "./alerts/dead-letters";
import { DELIVERY_PAIRS } from "./alerts/deliveries";
import { ATTACK_PAIRS } from "./attacks/attacks";
import { QUIET_SETTING_PAIRS } from "./attacks/quiet-settings";
import { SAME_WORD_PAIRS } from "./attacks/same-words";
import { STRANGER_PAIRS } from "./attacks/strangers";
import { TWIN_PAIRS } from "./attacks/twins";
import { CONDITION_PAIRS } from "./guardrails/conditions";
import { GUARDRAIL_PAIRS } from "./guardrails/guardrails";
import { OTHER_POLICY_PAIRS } from "./guardrails/other-policies";
import { IDENTITY_PAIRS } from "./organization/identities";
import { ORGANIZATION_PAIRS } from "./organization/organization";
import type { Pair } from "./pair";
import { BUCKET_PAIRS } from "./record/buckets";
import { KEPT_PAIRS } from "./record/kept";
import { SETTING_PAIRS } from "./record/settings";

/** Every pair. */
export const PAIRS: readonly Pair[] = [
  ...GUARDRAIL_PAIRS,
  ...CONDITION_PAIRS,
  ...OTHER_POLICY_PAIRS,
  ...ALERT_PAIRS,
  ...SETTING_PAIRS,
  ...DEAD_LETTER_PAIRS,
  ...BUCKET_PAIRS,
  ...IDENTITY_PAIRS,
  ...KEPT_PAIRS,
  ...TWIN_PAIRS,
  ...DELIVERY_PAIRS,
  ...ALARM_PAIRS,
  ...ORGANIZATION_PAIRS,
  ...STRANGER_PAIRS,
  ...ATTACK_PAIRS,
  ...QUIET_SETTING_PAIRS,
  ...SAME_WORD_PAIRS,
];
