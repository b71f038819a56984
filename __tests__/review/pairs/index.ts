import { ALARM_PAIRS } from "./alarms";
import { ALERT_PAIRS } from "./alerts";
import { ATTACK_PAIRS } from "./attacks";
import { BUCKET_PAIRS } from "./buckets";
import { CONDITION_PAIRS } from "./conditions";
import { DEAD_LETTER_PAIRS } from "./dead-letters";
import { DELIVERY_PAIRS } from "./deliveries";
import { GUARDRAIL_PAIRS } from "./guardrails";
import { IDENTITY_PAIRS } from "./identities";
import { KEPT_PAIRS } from "./kept";
import { ORGANIZATION_PAIRS } from "./organization";
import type { Pair } from "./pair";
import { SAME_WORD_PAIRS } from "./same-words";
import { SETTING_PAIRS } from "./settings";
import { STRANGER_PAIRS } from "./strangers";
import { TWIN_PAIRS } from "./twins";

/** Every pair. */
export const PAIRS: readonly Pair[] = [
  ...GUARDRAIL_PAIRS,
  ...CONDITION_PAIRS,
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
  ...SAME_WORD_PAIRS,
];
