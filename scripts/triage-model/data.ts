import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "./csv.ts";

export type DataRow = Readonly<Record<string, string>>;

/** A folder of labelled sets, each a folder of CSV files. */
export interface Data {
  /** Rows of the set's files whose name begins so; none when the set is not there. */
  rows(set: string, files?: string): DataRow[];
  readonly folder: string;
}

/** Opens the folder; throws with a sentence when it is not there or holds no set. */
export function openData(folder: string | undefined): Data {
  if (!folder) throw new Error("name the folder of labelled posts: --data DIR");
  const hasSets = existsSync(folder) && readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isDirectory());
  if (!hasSets) throw new Error(`no labelled posts in ${folder}: it should hold a folder of CSV files for each set`);
  const read = new Map<string, DataRow[]>();
  return {
    folder,
    rows(set, files = "") {
      const key = `${set}/${files}`;
      const rows = read.get(key) ?? readSet(join(folder, set), files);
      read.set(key, rows);
      return rows;
    },
  };
}

function readSet(folder: string, files: string): DataRow[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith(files) && name.endsWith(".csv"));
  const rows = names.sort().flatMap((name) => readCsv(readFileSync(join(folder, name), "utf8")));
  return rows.map((row) => (row.text === undefined ? row : { ...row, text: plainText(row.text) }));
}

/** The text as the site showed it: escapes that some sets carry are undone. */
function plainText(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
