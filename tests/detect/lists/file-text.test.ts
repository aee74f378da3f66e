import { describe, expect, it } from "vitest";
import { guessEncoding, textOfFile } from "../../../lib/detect/lists/file-text.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, isLittle: boolean, mark = false) => {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (_, at) => text.charCodeAt(at))];
  return Uint8Array.from(units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};
/** Hebrew letters as Windows-1255 has them. */
const hebrew = (text: string) =>
  Uint8Array.from(
    Array.from(text, (letter) => (letter.charCodeAt(0) >= 0x5d0 ? letter.charCodeAt(0) - 0x5d0 + 0xe0 : letter.charCodeAt(0))),
  );
const latin = (text: string) => Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0)));

describe("how a file is written", () => {
  it("is told by its mark, or by its bytes", () => {
    const text = "text,label\nאקמה,Acme\nאוזניות,\n";
    expect(guessEncoding(utf8(text))).toBe("utf-8");
    expect(guessEncoding(utf8(`\ufeff${text}`))).toBe("utf-8");
    for (const isLittle of [true, false])
      for (const mark of [true, false]) expect(guessEncoding(wide(text, isLittle, mark))).toBe(isLittle ? "utf-16le" : "utf-16be");
    expect(guessEncoding(hebrew(text))).toBe("windows-1255");
    expect(guessEncoding(latin("text\nnøkkelord\nblåbær\ncafé\n"))).toBe("windows-1252");
    expect(guessEncoding(Uint8Array.from([...latin("text\n"), 0xc3, 0xf6, 0xa4, 0xe9, 0xaa, 0xba]))).toBe("big5");
    expect(guessEncoding(Uint8Array.from([...latin("text\n"), 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xff]))).toBe("windows-1251");
    expect(guessEncoding(new Uint8Array())).toBe("utf-8");
    expect(guessEncoding(latin("text\nacme\n"))).toBe("utf-8");
  });

  it("gives the words back, without the mark", () => {
    const text = "text\nאקמה\n";
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), wide(text, true, true), wide(text, false), hebrew(text)])
      expect(textOfFile(bytes, guessEncoding(bytes))).toBe(text);
  });

  it("that was picked wrongly shows strange letters and never fails", () => {
    expect(textOfFile(hebrew("אקמה"), "utf-8")).toContain("\ufffd");
    expect(textOfFile(utf8("acme"), "utf-16le")).toHaveLength(2);
  });
});
