import { readFileSync } from "node:fs";

/** Traditional letters and the simplified ones that they are read as, in pairs: the single letters of OpenCC's tables (Apache-2.0). */
export function hanPairs(): string {
  return readFileSync(new URL("han-pairs.txt", import.meta.url), "utf8").trim();
}
