import { join } from "node:path";
import { build, type Rollup } from "vite";
import { repositoryRoot } from "../../scripts/machine/folders.ts";

const here = join(repositoryRoot, "tests/gallery");

/** The script that fills the store of a page's origin, as a text to evaluate. */
export async function buildFill(): Promise<string> {
  const lib = { entry: join(here, "fill.ts"), formats: ["iife" as const], name: "fill" };
  const [made] = (await build({ configFile: false, logLevel: "warn", build: { write: false, lib } })) as [Rollup.RollupOutput];
  return made.output[0].code;
}

/** Where the wall of cards stands once it is built, and under which path it is served. */
export const wall = { folder: join(repositoryRoot, ".output/gallery/wall"), path: "/wall/" };

/** Builds the page that shows every state of the card at once, which no one background could lead to. */
export async function buildWall(): Promise<void> {
  await build({
    configFile: false,
    root: join(here, "wall"),
    base: wall.path,
    logLevel: "warn",
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: { outDir: wall.folder, emptyOutDir: true, target: "esnext" },
  });
}
