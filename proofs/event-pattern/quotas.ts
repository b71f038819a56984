/**
 * Characters in one event pattern: the default, which can be raised.
 * Source: EventBridge user guide, quotas, "Event pattern size"; read 2026-11-22.
 */
export const EVENT_PATTERN_MAX_CHARACTERS = 2048;

/**
 * Numbers that EventBridge compares lie between minus this and this.
 * Source: EventBridge's matcher, github.com/aws/event-ruler, README, "Numeric matching"; read 2026-11-22.
 */
export const EVENT_PATTERN_LARGEST_NUMBER = 5e9;
