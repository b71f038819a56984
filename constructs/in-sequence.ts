import type { ITerraformDependable } from "cdktf";

/**
 * Creates one resource for each item, each after the one before, for services that accept one change at a time.
 * Returns what to wait for at the end.
 */
export const inSequence = <Item>(
  items: readonly Item[],
  after: readonly ITerraformDependable[],
  create: (item: Item, dependsOn: ITerraformDependable[]) => ITerraformDependable,
): readonly ITerraformDependable[] =>
  items.reduce<readonly ITerraformDependable[]>((before, item) => [create(item, [...before])], after);
