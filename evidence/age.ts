const DAY_MS = 86_400_000;

/** Whole days between a moment, or a day, and now. */
export const daysSince = (moment: string, now: Date): number =>
  Math.floor((now.getTime() - Date.parse(moment)) / DAY_MS);

/** The age in words. */
export const ageText = (moment: string, now: Date): string => {
  const days = daysSince(moment, now);
  if (days < 1) return "today";
  return days === 1 ? "1 day ago" : `${days} days ago`;
};
