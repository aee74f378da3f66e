/** Rows of a CSV text (RFC 4180, header row) as records by column name. A quoted field may hold commas, quotes and newlines. */
export function readCsv(text: string): Record<string, string>[] {
  const [header, ...rows] = cells(text);
  if (!header) return [];
  return rows.filter((row) => row.length > 1).map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
}

const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;

function cells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  field.lastIndex = text.startsWith("\ufeff") ? 1 : 0;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error(`not CSV at character ${field.lastIndex}`);
    const [, quoted, plain, end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
