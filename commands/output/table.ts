type Row = readonly string[];

/** Rows whose cells are as wide as the widest of their column, and at least `least` characters. */
function aligned(rows: readonly Row[], least = 0): readonly Row[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(least, ...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
}

/** A table for people. */
export const table = (rows: readonly Row[]): string =>
  aligned(rows)
    .map((row) => row.join("  ").trimEnd())
    .join("\n");

/** A Markdown table with aligned columns: readable in a terminal, and as prettier would write it. */
export function markdownTable(columns: Row, rows: readonly Row[]): string {
  const odd = rows.find((row) => row.length !== columns.length);
  if (odd !== undefined) throw new Error(`a row must have ${columns.length} cells, got ${JSON.stringify(odd)}`);
  const [head = [], ...body] = aligned([columns, ...rows], 3);
  const rule = head.map((cell) => "-".repeat(cell.length));
  return [head, rule, ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
