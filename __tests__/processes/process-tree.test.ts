import { parentIn, treeOf } from "../../processes/process-tree";

test("a tree is found whatever the order, and nothing beside it", () => {
  const processes = [
    { pid: 4, parent: 3 },
    { pid: 3, parent: 2 },
    { pid: 2, parent: 1 },
    { pid: 5, parent: 1 },
  ];
  const pids = (...roots: readonly number[]) => treeOf(processes, roots).map(({ pid }) => pid);
  expect(pids(2)).toEqual([4, 3, 2]);
  expect(pids(3, 5, 4)).toEqual([4, 3, 5]);
  expect(pids(9)).toEqual([]);
  expect(pids()).toEqual([]);
});

test.each([
  ["12 (node) S 7 12 12 0", 7],
  ["12 (a) (b c) S 7 12 12 0", 7],
  ["12 (a (strange) name) R 8 12 12 0", 8],
  ["12 (node) Z 7 12 12 0", undefined],
  ["", undefined],
])("parent in %j: names may hold anything, and a zombie is over", (stat, parent) =>
  expect(parentIn(stat)).toBe(parent),
);
