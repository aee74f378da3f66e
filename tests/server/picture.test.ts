import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { pictureBounds } from "../../lib/schema/brand.ts";
import { pictureProblem } from "../../server/picture.ts";
import { chunk, head, png, pngSignature } from "../support/png.ts";

const { side, bytes } = pictureBounds;
const end = chunk("IEND", Buffer.alloc(0));
const rowBytes = 1 + side * 4;
const rows = (count: number) => chunk("IDAT", deflateSync(Buffer.alloc(count)));
const file = (...chunks: Buffer[]) => Buffer.concat([pngSignature, ...chunks]);
const good = png(side);

it("a picture of the size that devices make is taken", async () => {
  expect(await pictureProblem(good)).toBeNull();
  const [first, second] = [good.subarray(8 + 25), deflateSync(Buffer.alloc(side * rowBytes))];
  expect(first.length).toBeGreaterThan(0);
  // In two parts, as encoders may write it.
  expect(await pictureProblem(file(head(side), chunk("IDAT", second.subarray(0, 20)), chunk("IDAT", second.subarray(20)), end))).toBeNull();
});

it.each([
  ["another size", png(side + 1)],
  ["a size that is not square", file(head(side, side * 1000), rows(side * rowBytes), end)],
  ["a picture that is huge once unpacked", file(head(side), rows(50_000_000), end)],
  ["fewer rows than it says", file(head(side), rows((side - 1) * rowBytes), end)],
  ["no rows", file(head(side), end)],
  ["a colour type that there is not", file(head(side, side, [8, 5, 0, 0, 0]), rows(side * rowBytes), end)],
  ["interlaced rows", file(head(side, side, [8, 6, 0, 0, 1]), rows(side * rowBytes), end)],
  ["words in it", file(head(side), chunk("tEXt", Buffer.from("Comment\0where I live")), rows(side * rowBytes), end)],
  ["a place in it", file(head(side), chunk("eXIf", Buffer.alloc(8)), rows(side * rowBytes), end)],
  ["more than one frame", file(head(side), chunk("acTL", Buffer.alloc(8)), rows(side * rowBytes), end)],
  ["something behind its end", Buffer.concat([good, Buffer.from("<script>")])],
  ["a whole chunk behind its end", Buffer.concat([good, rows(10)])],
  ["a second head", file(head(side), head(side), rows(side * rowBytes), end)],
  ["a sum that is wrong", Buffer.concat([good.subarray(0, -1), Buffer.from([0])])],
  ["its end cut off", good.subarray(0, good.length - 12)],
  ["a length that leads beyond it", file(Buffer.from([255, 255, 255, 255, 73, 72, 68, 82]))],
  ["nothing", Buffer.alloc(0)],
  ["an SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")],
  ["a JPEG", Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF\0", "latin1")],
  ["a page", Buffer.from("<!doctype html>")],
  ["more bytes than there may be", file(head(side), chunk("IDAT", Buffer.alloc(bytes)), end)],
])("a file with %s is refused", async (_, odd) => {
  expect(await pictureProblem(odd)).not.toBeNull();
});
