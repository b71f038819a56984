type Row = readonly string[];

const escaped = (text: string): string => text.replaceAll("|", String.raw`\|`).replaceAll("\n", " ");

const line = (row: Row): string => `| ${row.join(" | ")} |`;

/**
 * A Markdown table.
 *
 * `aligned` is readable in a terminal, and what prettier makes of it. `compact` is for long cells and for pages that
 * are reviewed: a row that changes is one line of the difference.
 */
export function markdownTable(head: Row, rows: readonly Row[], layout: "aligned" | "compact" = "compact"): string {
  const odd = rows.find((row) => row.length !== head.length);
  if (odd !== undefined) throw new Error(`a row must have ${head.length} cells, got ${JSON.stringify(odd)}`);
  const cells = [head, ...rows].map((row) => row.map(escaped));
  const [titles = [], ...body] = cells;
  if (layout === "compact") return [line(titles), `|${"---|".repeat(head.length)}`, ...body.map(line)].join("\n");
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const padded = (row: Row) => line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  return [padded(titles), line(widths.map((width) => "-".repeat(width))), ...body.map(padded)].join("\n");
}
