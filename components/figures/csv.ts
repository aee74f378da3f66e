import type { Cell, FigureTable } from "./view.ts";

/** A cell as a spreadsheet reads it: numbers with a point and at most four digits behind it, nothing for what is not known. */
function csvCell(cell: Cell): string {
  if (typeof cell === "string") return cell;
  return cell.raw === null ? "" : String(Math.round(cell.raw * 10_000) / 10_000);
}

/** A row of a table as a spreadsheet reads it. */
export const csvRow = (row: readonly Cell[]): string[] => row.map(csvCell);

/** All tables below each other, a line for each number: which table, which row, which column, the number. */
export function csvOfAll(tables: readonly FigureTable[]): string[][] {
  return tables.flatMap(({ name, columns, rows }) =>
    rows.flatMap((row) => {
      const [first = "", ...cells] = csvRow(row);
      return cells.map((cell, at) => [name, first, columns[at + 1] ?? "", cell]);
    }),
  );
}
