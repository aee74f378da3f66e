const begin = "\u2068";
const end = "\u2069";

/** A quoted word or a name whose direction is its own: its letters, marks and digits never mix with the sentence around it. */
export function isolate(text: string): string {
  return `${begin}${text}${end}`;
}
