import { expect, test } from "vitest";
import { LevelPath } from "../../../components/you/level-path.tsx";
import { show } from "../page.ts";

test.each([
  [0, 0.5, "Newcomer; 50% of the way to “Known”", "16.6"],
  [2, 0.25, "Proven; 25% of the way to “Full”", "75"],
  [3, 1, "Full", "100"],
])("level %i with %f of the way gone is said and drawn", async (level, gone, text, drawn) => {
  await show(<LevelPath level={level} gone={gone} />);
  const path = document.querySelector<HTMLElement>("[role=img]");
  expect(path?.getAttribute("aria-label")?.replace(/[\u2068\u2069]/g, "")).toBe(text);
  expect(path?.style.getPropertyValue("--gone")).toMatch(new RegExp(`^${drawn}`));
});
