import Papa from "papaparse";

/** A row of a CSV text. */
export interface CsvRow {
  /** The line it begins on, from 1. */
  readonly line: number;
  /** Cells by the name of their column, trimmed, empty ones left out. */
  readonly cells: Readonly<Record<string, string>>;
  /** Its quotes do not end. */
  readonly isBroken: boolean;
}

/** A spreadsheet would run a cell that begins like a formula; a handle has no bracket in it. */
const formula = /^(?:[=+\-\t\r]|@.*\()/;
const guard = /^'(?=[=+\-@\t\r])/;

const breaksIn = (cells: readonly string[]): number => cells.join("").split("\n").length - 1;

/** The rows of a CSV text (RFC 4180) under its header row, whose names come in small letters; empty rows are passed over. */
export function csvRows(csv: string): { readonly names: readonly string[]; readonly rows: readonly CsvRow[] } {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ""));
  const [head = [], ...rows] = data;
  const names = head.map((name) => name.trim().toLowerCase());
  const broken = new Set(errors.flatMap(({ type, row }) => (type === "Quotes" ? [row] : [])));
  const found: CsvRow[] = [];
  let line = 1 + breaksIn(head);
  for (const [index, values] of rows.entries()) {
    line++;
    const cells = names.flatMap((name, at) => {
      const cell = (values[at] ?? "").trim().replace(guard, "");
      return cell === "" ? [] : [[name, cell] as const];
    });
    if (values.some((value) => value.trim() !== ""))
      found.push({ line, cells: Object.fromEntries(cells), isBroken: broken.has(index + 1) });
    line += breaksIn(values);
  }
  return { names, rows: found };
}

/** Rows under a header row as CSV (RFC 4180). */
export function toCsv(names: readonly string[], rows: readonly (readonly string[])[]): string {
  return Papa.unparse({ fields: [...names], data: rows.map((row) => [...row]) }, { escapeFormulae: formula });
}

/** Parts of one cell are told apart by this. */
export const between = "|";

/** The parts of a cell that holds several. */
export const cellParts = (cell: string): string[] =>
  cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
