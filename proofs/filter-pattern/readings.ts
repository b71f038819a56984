/**
 * How to read what AWS leaves open: whether `!=` matches where there is nothing to compare, because the field is absent
 * or null. The user guide's syntax page does not say.
 */
export interface FilterPatternReading {
  readonly absentIsNotEqual: boolean;
}

/** Both readings: a proof counts only if it holds under each of them. */
export const filterPatternReadings: readonly FilterPatternReading[] = [
  { absentIsNotEqual: true },
  { absentIsNotEqual: false },
];
