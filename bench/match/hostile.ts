import { Chance } from "../kit/numbers.ts";

const textLength = 200_000;

/** Texts made to be slow to read, by name; `keywords` are those looked for, `clean` is an ordinary post. */
export function hostileTexts(keywords: readonly string[], clean: string): Map<string, string> {
  const chance = new Chance(11);
  const fill = (next: () => string) => {
    const parts: string[] = [];
    for (let length = 0; length < textLength; ) length += parts.push(next()) && (parts.at(-1)?.length ?? 1);
    return parts.join("");
  };
  const letters = [...clean.normalize("NFD")].filter((letter) => /\p{L}/u.test(letter));
  const mark = () => String.fromCharCode(chance.between(0x300, 0x36f));
  const styled = (letter: string) => String.fromCodePoint(0x1d5ee + ((letter.codePointAt(0) ?? 0) % 26));
  const phrases = keywords.filter((keyword) => keyword.includes(" "));
  const words = keywords.filter((keyword) => /^\p{sc=Latn}+$/u.test(keyword));
  return new Map([
    [
      "zalgo",
      fill(() => chance.pick(letters) + Array.from({ length: chance.between(2, 8) }, mark).join("") + (chance.next() < 0.15 ? " " : "")),
    ],
    ["one letter a million times", "a".repeat(1_000_000)],
    ["keywords but for the last letter", fill(() => `${chance.pick(words).slice(0, -1)}q `)],
    ["keywords and one letter more", fill(() => `${chance.pick(words)}q `)],
    ["first words of phrases", fill(() => `${chance.pick(phrases).split(" ")[0] ?? ""} `)],
    ["zero-width between letters", fill(() => `${chance.pick(letters)}\u200b${chance.next() < 0.15 ? " " : ""}`)],
    ["styled letters", fill(() => styled(chance.pick(letters)) + (chance.next() < 0.15 ? " " : ""))],
    ["emoji", fill(() => chance.pick(["🎧", "🔋", "👩‍🔧", "🧰", " "]))],
    ["a new script every letter", fill(() => chance.pick(["a", "ק", "手", "и", "カ"]))],
  ]);
}
