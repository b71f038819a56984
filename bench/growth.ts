/** What a size costs. */
export interface SizedCost {
  readonly size: number;
  readonly cost: number;
}

export interface Growth {
  /** What one more unit costs, from each size to the next. */
  readonly perUnit: readonly number[];
  /** How much dearer the dearest later unit is than one of the first step. */
  readonly ratio: number;
  readonly linear: boolean;
}

/** Linear growth has the ratio 1, n log n about 1.4, and quadratic growth more than 2 over the sizes measured here. */
const TOLERANCE = 1.6;

/**
 * Judges growth by what each further unit costs. What every size has in common (start-up, the other stacks) cancels
 * out, so that a large fixed part cannot hide a bad slope.
 */
export function judgeGrowth(costs: readonly SizedCost[]): Growth {
  const [first, ...later] = perUnitCosts([...costs].sort((a, b) => a.size - b.size));
  if (first === undefined || later.length === 0)
    throw new Error(`growth must be judged by at least three sizes, got ${costs.length}`);
  const ratio = Math.max(...later) / Math.max(first, Number.EPSILON);
  return { perUnit: [first, ...later], ratio, linear: ratio <= TOLERANCE };
}

const perUnitCosts = (costs: readonly SizedCost[]): readonly number[] =>
  costs.flatMap(({ size, cost }, index) => {
    const previous = costs[index - 1];
    return previous === undefined ? [] : [(cost - previous.cost) / (size - previous.size)];
  });
