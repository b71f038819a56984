type Row = readonly string[];

/** A Markdown table with aligned columns: readable in a terminal, and as prettier would write it. */
export function renderTable(columns: Row, rows: readonly Row[]): string {
  const odd = rows.find((row) => row.length !== columns.length);
  if (odd !== undefined) throw new Error(`a row must have ${columns.length} cells, got ${JSON.stringify(odd)}`);
  const widths = columns.map((title, index) =>
    Math.max(3, title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (row: Row) => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [columns, rule, ...rows].map(line).join("\n");
}
