import { seeded } from "../../scripts/seeded.ts";

/** Whole numbers below one that is given, the same for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  const next = seeded(seed);
  return (below) => (next() * 2 ** 32) % below;
}

const letters = ["a", "b", "A", "á", "a\u0301", "ạ", "а", "å", "ø", "к", "a\u0338", "ａ", "1", "_"];
const hebrew = ["א", "ק", "ה", "ב", "ו", "אָ", "1"];
const unspaced = ["蘋", "果", "ア", "カ", "ｶ", "ﾞ", "ー", "か", "ที", "ท", "a"];
const between = [" ", " ", "-", ".", "'", "\u200b", "🎧", "", ""];
const alphabets = [letters, hebrew, unspaced, [...letters, ...hebrew, ...unspaced.filter((letter) => letter !== "ﾞ")]];

/** A keyword and a text that may hold it, made from the seed. */
export function draw(seed: number): { keyword: string; text: string } {
  const random = randomFrom(seed);
  const pick = (from: readonly string[]) => from[random(from.length)] ?? "";
  const alphabet = alphabets[seed % alphabets.length] ?? letters;
  const make = (pieces: number) => Array.from({ length: pieces }, () => (random(4) ? pick(alphabet) : pick(between))).join("");
  const keyword = `${pick(alphabet.filter((letter) => letter !== "ﾞ"))}${make(random(4))}`
    .replace(/([.🎧' \u200b-]+ﾞ*)+$/u, "")
    .normalize(random(2) ? "NFC" : "NFD");
  return { keyword, text: Array.from({ length: 3 }, () => `${make(random(8))}${pick(between)}${random(2) ? keyword : ""}`).join("") };
}
