/** How the letters of a file may be written, as TextDecoder calls it; the first is what files should be. */
export const fileEncodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1255",
  "windows-1251",
  "windows-1258",
  "big5",
] as const;
export type FileEncoding = (typeof fileEncodings)[number];

/** So much of a file is looked at to tell how it is written, in bytes. */
const mostLookedAt = 200_000;

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

function isWrittenIn(bytes: Uint8Array, encoding: FileEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: commas, spaces and breaks of lines have a zero beside them, always on the same side. */
function wideOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const least = bytes.length / 50;
  if (odd > least && even <= odd / 10) return "utf-16le";
  return even > least && odd <= even / 10 ? "utf-16be" : null;
}

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;

/** One byte a letter: which alphabet the letters beyond ASCII are of. A guess, which a person looks at. */
function narrow(bytes: Uint8Array): FileEncoding {
  let [high, together, hebrew, late] = [0, 0, 0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (!isHigh(byte)) continue;
    high++;
    if (isHigh(bytes[at - 1]) || isHigh(bytes[at + 1])) together++;
    if (byte >= 0xe0) late++;
    // Alef to Tav.
    if (byte >= 0xe0 && byte <= 0xfa) hebrew++;
  }
  // An accent stands alone among plain letters; whole words beyond ASCII are of another alphabet.
  if (together < high / 2) return "windows-1252";
  if (hebrew >= high * 0.9) return "windows-1255";
  // Small Cyrillic letters are the last 32; characters of Big5 begin before those.
  return late < high / 2 && isWrittenIn(bytes, "big5") ? "big5" : "windows-1251";
}

/** How a file is written, as far as its bytes tell: sure for UTF-8 and where it begins with a mark, a guess otherwise. */
export function guessEncoding(file: Uint8Array): FileEncoding {
  if (begins(file, [0xef, 0xbb, 0xbf])) return "utf-8";
  if (begins(file, [0xff, 0xfe])) return "utf-16le";
  if (begins(file, [0xfe, 0xff])) return "utf-16be";
  const bytes = file.subarray(0, mostLookedAt);
  return wideOrder(bytes) ?? (isWrittenIn(file, "utf-8") ? "utf-8" : narrow(bytes));
}

/** The text of a file; what is no letter in this encoding becomes the sign for that. */
export const textOfFile = (bytes: Uint8Array, encoding: FileEncoding): string => new TextDecoder(encoding).decode(bytes);
