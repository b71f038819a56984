const DAY_MS = 86_400_000;

/** Whole days between a moment, or a day, and now. */
export const daysSince = (moment: string, now: Date): number =>
  Math.floor((now.getTime() - Date.parse(moment)) / DAY_MS);

/** Days by which a moment may lie ahead: clocks differ, and a day begins up to fourteen hours before it does in UTC. */
const AHEAD = 1;

/** Whether a moment, or a day, is still to come. What is said to have happened then says nothing of today. */
export const isToCome = (moment: string, now: Date): boolean => daysSince(moment, now) < -AHEAD;

/** The age in words. */
export const ageText = (moment: string, now: Date): string => {
  const days = daysSince(moment, now);
  if (days < 1) return "today";
  return days === 1 ? "1 day ago" : `${days} days ago`;
};
