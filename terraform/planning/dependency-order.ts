/** For each stack, the stacks that are deployed before it. */
export type Dependencies = Readonly<Record<string, readonly string[]>>;

/** The stacks, each after those that it depends on. Throws where they wait for each other. */
export function dependencyOrder(dependencies: Dependencies): readonly string[] {
  const order: string[] = [];
  const left = new Set(Object.keys(dependencies));
  while (left.size > 0) {
    const next = [...left].find((stack) => dependencies[stack]?.every((before) => !left.has(before)));
    if (next === undefined) throw new Error(`stacks must not wait for each other, got ${[...left].join(", ")}`);
    left.delete(next);
    order.push(next);
  }
  return order;
}
