import { expect, test } from "vitest";
import { asMarkPicture, bare, isPicture } from "../../../components/brand/picture.ts";
import { chunk, head, png, pngSignature } from "../../support/png.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["PNG", png(2), true],
  ["JPEG", bytes("\xff\xd8\xff\xe0JFIF"), true],
  ["WebP", bytes("RIFF\x10\0\0\0WEBPVP8 "), true],
  ["GIF", bytes("GIF89a"), false],
  ["SVG", bytes("<svg xmlns="), false],
  ["SVG with a declaration", bytes("<?xml version"), false],
  ["a sound", bytes("RIFF\x10\0\0\0WAVEfmt "), false],
  ["nothing", new Uint8Array(), false],
])("%s is a picture by its bytes: %s", (_, file, is) => {
  expect(isPicture(file)).toBe(is);
});

test("of a PNG only what the picture needs is kept", () => {
  const end = chunk("IEND", Buffer.alloc(0));
  const rows = chunk("IDAT", Buffer.from([1, 2, 3]));
  const full = Buffer.concat([pngSignature, head(96), chunk("tEXt", Buffer.from("Author\0me")), chunk("eXIf", Buffer.alloc(4)), rows, end]);
  expect(Buffer.from(bare(full))).toEqual(Buffer.concat([pngSignature, head(96), rows, end]));
});

test("a file that is none is refused before anything draws it", async () => {
  await expect(asMarkPicture(new Blob(["<svg onload=alert(1)>"], { type: "image/png" }))).rejects.toMatchObject({ code: "malformed" });
});
