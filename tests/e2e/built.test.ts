import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtExtension } from "../../scripts/machine/folders.ts";
import { builtSurfaces, lacking } from "./steps/built-surface.ts";

const surfaces = await builtSurfaces(builtExtension.chromium);

describe("the sheets of a built surface", () => {
  it.each(surfaces.map((surface) => [surface.name, surface] as const))("have every style of what %s shows", (_, surface) => {
    expect(surface.classes.size).toBeGreaterThan(20);
    expect(lacking(surface, surfaces)).toEqual([]);
  });

  it("are found wanting when a rule is missing", () => {
    for (const surface of surfaces) {
      const selectors = new Set([...surface.selectors].filter((selector) => !selector.startsWith(".btn")));
      expect(lacking({ ...surface, selectors }, surfaces)).toContain(".btn");
    }
  });
});

describe("the manifest", () => {
  it("opens the sidebar for nobody at installation", async () => {
    const manifest = JSON.parse(await readFile(join(builtExtension.firefox, "manifest.json"), "utf8"));
    expect(manifest.sidebar_action).toMatchObject({ default_panel: "sidepanel.html", open_at_install: false });
  });
});
