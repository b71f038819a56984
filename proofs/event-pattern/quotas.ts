/**
 * Characters in one event pattern: the default, which can be raised.
 * Source: EventBridge user guide, quotas, "Event pattern size"; read 2026-11-22.
 */
export const EVENT_PATTERN_MAX_CHARACTERS = 2048;

/**
 * Numbers that EventBridge is documented to compare lie between minus this and this.
 * Source: EventBridge user guide, "Numeric matching"; read 2026-11-22. Its matcher compares larger ones, too.
 */
export const EVENT_PATTERN_LARGEST_NUMBER = 5e9;

/**
 * Combinations to which the `$or` of one event pattern may expand, counted as the product of their lengths.
 * Source: EventBridge user guide, "Or matching", and the error that EventBridge answers beyond it.
 */
export const EVENT_PATTERN_MAX_COMBINATIONS = 1000;

/**
 * How many beginnings of wildcards one value may fit at once, in one field. EventBridge refuses patterns beyond a limit
 * that it does not publish ("Rule is too complex"); users report it for a field whose wildcards come to 16, and none for
 * one of 8. Counted as github.com/aws/event-ruler 2.1.0 does, MachineComplexityEvaluator.java; read 2026-11-25.
 */
export const EVENT_PATTERN_MAX_COMPLEXITY = 10;
