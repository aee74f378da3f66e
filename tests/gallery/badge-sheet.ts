import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtExtension } from "../../scripts/machine/folders.ts";
import { readScript } from "../e2e/steps/built-surface.ts";

/** The badges' sheet as it was built; the background carries it for the tabs. */
export function badgeSheet(): string {
  const [sheet] = readScript(readFileSync(join(builtExtension.chromium, "background.js"), "utf8")).sheets;
  if (sheet === undefined) throw new Error("the built background carries no sheet for the badges");
  return sheet;
}
