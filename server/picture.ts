import { promisify } from "node:util";
import { crc32, inflate } from "node:zlib";
import { pictureBounds } from "../lib/schema/brand.ts";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a picture needs (PNG, third edition, 5.6), and no chunk that may hold words, a place or a second picture. */
const allowed: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "cHRM", "sBIT", "pHYs", "IDAT", "IEND"]);
/** Samples of a pixel by colour type (11.2.1). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const inflated = promisify(inflate);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The chunks of a file, whole and to its last byte; null where it is not made of them. */
function chunksOf(file: Buffer): Chunk[] | null {
  if (!file.subarray(0, 8).equals(signature)) return null;
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length; ) {
    if (at + 12 > file.length) return null;
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length || file.readUInt32BE(end) !== crc32(file.subarray(at + 4, end))) return null;
    chunks.push({ type: file.toString("latin1", at + 4, at + 8), data: file.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

/** How many bytes the rows of a picture with this head have; null where it is no head of ours. Interlaced ones are none: no canvas makes them. */
function bytesOfRows(head: Buffer): number | null {
  if (head.length !== 13) return null;
  const [bits = 0, colour = -1, compression, filter, interlace] = head.subarray(8);
  const perPixel = samples[colour];
  if (head.readUInt32BE(0) !== pictureBounds.side || head.readUInt32BE(4) !== pictureBounds.side) return null;
  if (perPixel === undefined || compression !== 0 || filter !== 0 || interlace !== 0) return null;
  return pictureBounds.side * (1 + Math.ceil((pictureBounds.side * perPixel * bits) / 8));
}

/**
 * What is wrong with a mark's picture; null when it is a PNG of the one size that devices make, all of whose bytes are its own. Its rows are unpacked to
 * see that there are as many as it says, and never more than that.
 */
export async function pictureProblem(file: Buffer): Promise<string | null> {
  if (file.length > pictureBounds.bytes) return "too large";
  const chunks = chunksOf(file);
  if (chunks === null) return "no PNG";
  const types = chunks.map(({ type }) => type);
  if (types[0] !== "IHDR" || types.indexOf("IEND") !== types.length - 1 || types.lastIndexOf("IHDR") !== 0) return "no PNG";
  if (!types.every((type) => allowed.has(type))) return "holds more than a picture";
  const rows = bytesOfRows(chunks[0]?.data ?? Buffer.alloc(0));
  if (rows === null) return "another size";
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === "IDAT" ? [data] : [])));
  const unpacked = await inflated(packed, { maxOutputLength: rows + 1 }).catch(() => null);
  return unpacked?.length === rows ? null : "damaged";
}
