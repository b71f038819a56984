export interface Bound<Item> {
  /** The most items at a time. */
  readonly atOnce: number;
  /** The most weight at a time. An item that is heavier runs alone. */
  readonly weight: number;
  readonly weightOf: (item: Item) => number;
}

/** Does the work on each item, several at a time within a bound, begun in their order. The results have that order, too. */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  { atOnce, weight, weightOf }: Bound<Item>,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const running = new Map<Item, Promise<unknown>>();
  const results: Promise<Result>[] = [];
  let carried = 0;
  for (const item of items) {
    const own = weightOf(item);
    while (running.size >= atOnce || (running.size > 0 && carried + own > weight)) await Promise.race(running.values());
    carried += own;
    const result = work(item).finally(() => {
      running.delete(item);
      carried -= own;
    });
    // Whoever fails is heard at the end; nobody waits for it here.
    running.set(
      item,
      result.catch(() => undefined),
    );
    results.push(result);
  }
  await Promise.allSettled(results);
  return Promise.all(results);
}
