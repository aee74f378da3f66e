import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("assets/theme/tokens.css", "utf8");
const themes = ["light", "dark"] as const;

/** Relative luminance of `oklch(L% C H)` (https://www.w3.org/TR/css-color-4/#color-conversion-code, WCAG 2.2). */
function luminance(color: string): number {
  const [l = 0, c = 0, h = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [x, y, z] = [
    l / 100 + 0.3963377774 * a + 0.2158037573 * b,
    l / 100 - 0.1055613458 * a - 0.0638541728 * b,
    l / 100 - 0.0894841775 * a - 1.291485548 * b,
  ].map((v) => v ** 3) as [number, number, number];
  const linear = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ].map((v) => Math.min(1, Math.max(0, v))) as [number, number, number];
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function role(name: string, theme: (typeof themes)[number]): string {
  const match = new RegExp(`--${name}: light-dark\\((oklch\\([^)]*\\)), (oklch\\([^)]*\\))\\)`).exec(css);
  const color = match?.[theme === "light" ? 1 : 2];
  if (!color) throw new Error(`no role --${name} in tokens.css`);
  return color;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const pairs: [ink: string, ground: string, least: number][] = [
  ...["ink", "ink-quiet", "accent-ink", "mine-ink", "other-ink", "staff-ink", "danger-ink"].flatMap((ink) =>
    ["surface", "surface-sunken", "surface-hover"].map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ...["accent", "mine", "other", "staff", "danger"].map((name): [string, string, number] => [`${name}-ink`, `${name}-soft`, 4.5]),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["ink", "accent-soft", 4.5],
  ["line-control", "surface", 3],
  ["focus", "surface", 3],
];

test.each(themes)("every role is readable on its ground in the %s theme", (theme) => {
  const poor = pairs
    .map(([ink, ground, least]) => ({ pair: `${ink} on ${ground}`, ratio: contrast(role(ink, theme), role(ground, theme)), least }))
    .filter(({ ratio, least }) => ratio < least);
  expect(poor).toEqual([]);
});

test("contrast is measured rightly: black on white is 21", () => {
  expect(contrast("oklch(0% 0 0)", "oklch(100% 0 0)")).toBeCloseTo(21, 1);
});
