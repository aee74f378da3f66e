/** Base64 in the newest browsers, not yet in the compiler's library. */
interface NativeBase64 {
  toBase64?(): string;
}
interface NativeBase64Constructor {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

/** Units that fit into one call's arguments. */
const chunk = 0x8000;

/** A packed keyword list as text, since messages between the parts of an extension are JSON in Chromium. */
export function packedToText(buffer: ArrayBuffer): string {
  const bytes: Uint8Array & NativeBase64 = new Uint8Array(buffer);
  if (bytes.toBase64) return bytes.toBase64();
  let binary = "";
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

/** The packed keyword list in a text of `packedToText`. */
export function packedFromText(text: string): ArrayBuffer {
  const native = (Uint8Array as NativeBase64Constructor).fromBase64;
  if (native) return native(text).buffer;
  const binary = atob(text);
  return Uint8Array.from(binary, (unit) => unit.charCodeAt(0)).buffer;
}
