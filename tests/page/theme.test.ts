import { expect, test } from "vitest";
import { themeIn } from "../../lib/page/theme.ts";

test.each([
  [["rgb(255, 255, 255)"], "light"],
  [["rgb(0, 0, 0)"], "dark"],
  [["rgb(21, 32, 43)"], "dark"],
  [["rgba(0, 0, 0, 0)", "rgb(24, 25, 26)"], "dark"],
  [["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"], "light"],
] as const)("%s is %s", (colors, theme) => {
  expect(themeIn(colors)).toBe(theme);
});
