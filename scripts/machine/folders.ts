import { join } from "node:path";

/** The repository's own folder. */
export const root = join(import.meta.dirname, "../..");
/** What the scripts keep between runs; ignored by git. */
export const dataFolder = join(root, ".data");
/** The built pages of the demo sites. */
export const demoPages = join(root, ".output/demo-sites");
/** The built extension, by browser. */
export const builtExtension = { chromium: join(root, ".output/chrome-mv3"), firefox: join(root, ".output/firefox-mv3") } as const;
