import { describe, expect, it } from "vitest";
import { compose, mayChange } from "../../../lib/detect/letters/composed.ts";

describe("a text in composed form", () => {
  it.each([
    ["Latin", "cafe\u0301 Acme", "Acme"],
    ["Korean", "\u1112\u1161\u11ab\u1100\u116e\u11a8 \u110b\u1161", "\uc544"],
    ["Arabic", "\u0627\u0653\u062e\u0631 Acme", "Acme"],
    ["Hindi", "\u0958\u0932\u092e Acme", "Acme"],
    ["Hebrew", "\ufb2a\u05dc Acme", "Acme"],
    ["nothing to compose", "plain Acme", "Acme"],
  ])("leads back to the places in the text: %s", (_, text, word) => {
    const { text: composed, startOf, endOf } = compose(text);
    expect(composed).toBe(text.normalize("NFC"));
    const at = composed.indexOf(word);
    expect(text.slice(startOf(at), endOf(at + word.length)).normalize("NFC")).toBe(word);
    expect([startOf(0), endOf(composed.length)]).toEqual([0, text.length]);
  });

  it("keeps places inside of a cluster that stays as it is", () => {
    const { endOf } = compose("e\u0301 \u05d0\u05b8");
    expect(endOf(3)).toBe(4);
  });
});

describe("what composing may change", () => {
  const letters = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter((at) => at < 0xd800 || at > 0xdfff);

  it("is every letter that is another one when it is composed", () => {
    const changes = letters.map((at) => String.fromCodePoint(at)).filter((letter) => letter.normalize("NFC") !== letter);
    expect(changes.length).toBeGreaterThan(1_000);
    expect(changes.filter((letter) => !mayChange.test(letter))).toEqual([]);
  });

  it("is every second half of a letter that is written in two", () => {
    const halves = letters.flatMap((at) => [...String.fromCodePoint(at).normalize("NFD")].slice(1));
    expect([...new Set(halves)].filter((half) => !mayChange.test(half))).toEqual([]);
  });

  it.each(["Hello, Acme! 🎧 it’s “fine” ™", "שלום, האוזניות לא עובדות", "藍牙耳機連不上", "Tai nghe không kết nối được", "øre på øret"])(
    "is nothing in %s",
    (text) => {
      expect(mayChange.test(text)).toBe(false);
    },
  );
});
