import { join } from "node:path";

/** The repository's own folder. */
export const repositoryRoot = join(import.meta.dirname, "../..");
/** What the scripts keep between runs; ignored by git. */
export const dataFolder = join(repositoryRoot, ".data");
/** The built pages of the demo sites. */
export const demoPages = join(repositoryRoot, ".output/demo-sites");
/** The built extension, by browser. */
export const builtExtension = {
  chromium: join(repositoryRoot, ".output/chrome-mv3"),
  firefox: join(repositoryRoot, ".output/firefox-mv3"),
} as const;
