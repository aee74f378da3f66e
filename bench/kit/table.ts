import { type Figure, verdict } from "./benchmark.ts";

const heads = ["metric", "value", "unit", "gate", "aim", "met"];

/** At most three significant digits behind the point, none where the number is large. */
function readable(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
}

const mark = (value: number | null, better: Figure["better"]) =>
  value === null ? "" : `${better === "higher" ? ">=" : "<="} ${readable(value)}`;

/** The rows as lines of text in columns. */
export function table(rows: readonly Figure[]): string {
  const cells = rows.map((row) => [
    row.metric,
    readable(row.value),
    row.unit,
    mark(row.gate, row.better),
    mark(row.aim, row.better),
    verdict(row) === "none" ? "" : verdict(row),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((line) => line[column]?.length ?? 0)));
  const line = (values: readonly string[]) =>
    values
      .map((value, column) => (column === 1 ? value.padStart(widths[column] ?? 0) : value.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(heads), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}
