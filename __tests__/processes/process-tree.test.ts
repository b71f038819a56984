import { parentIn, withDescendants } from "../../processes/process-tree";

test("a tree is found whatever the order, and nothing beside it", () => {
  const processes = [
    { pid: 4, parent: 3 },
    { pid: 3, parent: 2 },
    { pid: 2, parent: 1 },
    { pid: 5, parent: 1 },
  ];
  expect([...withDescendants(processes, [2])].sort()).toEqual([2, 3, 4]);
  expect(withDescendants(processes, [9])).toEqual([]);
});

test("names with spaces and parentheses do not confuse, and a zombie is over", () => {
  expect(parentIn("12 (a) (b c) S 7 12 12 0")).toBe(7);
  expect(parentIn("12 (node) Z 7 12 12 0")).toBeUndefined();
  expect(parentIn("")).toBeUndefined();
});
