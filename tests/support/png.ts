import { crc32, deflateSync } from "node:zlib";

export const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

export const head = (width: number, height = width, kind = [8, 6, 0, 0, 0]): Buffer => {
  const sides = Buffer.alloc(8);
  sides.writeUInt32BE(width);
  sides.writeUInt32BE(height, 4);
  return chunk("IHDR", Buffer.concat([sides, Buffer.from(kind)]));
};

export const pngSignature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** A picture of one colour, 8 bits a sample, red, green, blue and how solid. */
export function png(side: number, [red, green, blue] = [200, 80, 40]): Buffer {
  const row = Buffer.concat([Buffer.alloc(1), ...Array.from({ length: side }, () => Buffer.from([red ?? 0, green ?? 0, blue ?? 0, 255]))]);
  const rows = Buffer.concat(Array.from({ length: side }, () => row));
  return Buffer.concat([pngSignature, head(side), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}
