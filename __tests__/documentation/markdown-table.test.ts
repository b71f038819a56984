import { markdownTable } from "../../documentation/markdown-table";

test("an aligned table is as prettier aligns it", () => {
  const table = markdownTable(["A", "Longer title"], [["a long cell", ""]], "aligned");
  expect(table.split("\n")).toEqual([
    "| A           | Longer title |",
    "| ----------- | ------------ |",
    "| a long cell |              |",
  ]);
});

test("a compact table has one line a row, whatever a cell holds", () => {
  const table = markdownTable(["A", "B"], [["a | b", "two\nlines"]]);
  expect(table.split("\n")).toEqual(["| A | B |", "|---|---|", String.raw`| a \| b | two lines |`]);
});

test("a row that does not fit is refused", () => {
  expect(() => markdownTable(["A", "B"], [["only one"]])).toThrow('must have 2 cells, got ["only one"]');
});
