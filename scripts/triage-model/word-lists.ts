import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Data } from "./data.ts";

/** The word lists that may ship, -1..1. */
export function wordList(data: Data, ...files: readonly (readonly [file: string, most: number])[]): Map<string, number> {
  const values = new Map<string, number[]>();
  for (const [file, most] of files) {
    const path = join(data.folder, "lexicons", file);
    if (!existsSync(path)) continue;
    for (const line of readFileSync(path, "utf8").split("\n")) {
      const [word = "", value] = line.split("\t");
      if (word && !word.includes(" ") && Number.isFinite(Number(value)))
        values.set(word, [...(values.get(word) ?? []), Number(value) / most]);
    }
  }
  return new Map([...values].map(([word, all]) => [word, all.reduce((sum, value) => sum + value, 0) / all.length]));
}
