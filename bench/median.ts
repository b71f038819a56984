/** The middle of the values; between the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  if (middle.length === 0) throw new Error("the median must be taken of at least one value, got none");
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
