/**
 * Measures the cases in turn, round after round, so that whatever else the machine does meets all of them alike.
 * Answers with the results of each case, in the order of the cases.
 */
export async function interleaved<Case, Result>(
  cases: readonly Case[],
  rounds: number,
  measure: (one: Case) => Promise<Result>,
): Promise<readonly (readonly Result[])[]> {
  const results = cases.map((): Result[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, one] of cases.entries()) results[index]?.push(await measure(one));
  return results;
}

/** Runs each case once, to fill the caches, and drops what it measured. */
export async function warmUp<Case>(cases: readonly Case[], measure: (one: Case) => Promise<unknown>): Promise<void> {
  for (const one of cases) await measure(one);
}

/** The middle of the values; between the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  if (middle.length === 0) throw new Error("the median must be taken of at least one value, got none");
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
