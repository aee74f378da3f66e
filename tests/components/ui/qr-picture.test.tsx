import { encode } from "uqr";
import { expect, test } from "vitest";
import { QrPicture } from "../../../components/ui/qr-picture.tsx";
import { show } from "../page.ts";

/** The squares that a path of rectangles covers, as rows. */
function squaresOf(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, end] of path.matchAll(/M(\d+) (\d+)H(\d+)V\d+H\d+Z/g)) rows[Number(y)]?.fill(true, Number(x), Number(end));
  return rows;
}

test("a link is drawn square by square, with room around it, and named", async () => {
  const text = "https://fanswer.example/join#acmefriends1-4f9ab7c2e810d3k5m6n8p0q2r7";
  await show(<QrPicture text={text} label="The link as a picture" />);
  const picture = document.querySelector("svg");
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  expect(picture?.getAttribute("viewBox")).toBe(`0 0 ${size} ${size}`);
  expect(squaresOf(picture?.querySelector("path")?.getAttribute("d") ?? "", size)).toEqual(data);
  expect(data.slice(0, 4).flat()).not.toContain(true);
  expect([picture?.getAttribute("role"), picture?.getAttribute("aria-label")]).toEqual(["img", "The link as a picture"]);
});
