import { pictureBounds, picturePrefix } from "../../lib/schema/brand.ts";
import { FanswerError } from "../../lib/schema/errors.ts";

/** How files begin that hold a picture of a kind that every browser draws: PNG, JPEG, WebP. Their names and types are their senders' words. */
const beginnings: readonly (readonly (number | null)[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
];

/** Whether a file is a picture by its bytes. */
export const isPicture = (bytes: Uint8Array): boolean =>
  beginnings.some((beginning) => beginning.every((byte, at) => byte === null || byte === bytes[at]));

/** Larger files are taken for something else; this is more than a camera makes. */
const mostBytes = 30_000_000;
const needed: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

/** A PNG with the chunks that the picture needs, and no other: browsers add some of their own. */
export function bare(png: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const kept = [png.subarray(0, 8)];
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (needed.has(String.fromCharCode(...png.subarray(at + 4, at + 8)))) kept.push(png.subarray(at, end));
    at = end;
  }
  const whole = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of kept) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The picture drawn anew, whole, in the middle of a small square: of the file nothing is left but what one sees. */
async function drawn(picture: ImageBitmap): Promise<Blob> {
  const { side } = pictureBounds;
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new FanswerError("internal", "no canvas");
  const scale = side / Math.max(picture.width, picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, (side - width) / 2, (side - height) / 2, width, height);
  return canvas.convertToBlob({ type: "image/png" });
}

/** A picture that an admin chose, as a brand's mark has it. Throws `malformed` for what is no PNG, JPEG or WebP by its bytes, and `too_large`. */
export async function asMarkPicture(file: Blob): Promise<string> {
  if (file.size > mostBytes) throw new FanswerError("too_large");
  if (!isPicture(new Uint8Array(await file.slice(0, 12).arrayBuffer()))) throw new FanswerError("malformed");
  const picture = await createImageBitmap(file).catch((cause: unknown) => {
    throw new FanswerError("malformed", null, { cause });
  });
  const png = bare(new Uint8Array(await (await drawn(picture)).arrayBuffer()));
  picture.close();
  return picturePrefix + btoa(String.fromCharCode(...png));
}
