import { ALERT_PAIRS } from "./alerts";
import { BUCKET_PAIRS } from "./buckets";
import { CONDITION_PAIRS } from "./conditions";
import { DEAD_LETTER_PAIRS } from "./dead-letters";
import { GUARDRAIL_PAIRS } from "./guardrails";
import { IDENTITY_PAIRS } from "./identities";
import { KEPT_PAIRS } from "./kept";
import type { Pair } from "./pair";
import { SETTING_PAIRS } from "./settings";

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
];
