import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { readTriageModel } from "../../lib/triage/model/asset.ts";
import { triage } from "../../lib/triage/triage.ts";

const asset = new Uint8Array(readFileSync("assets/public/triage/model.bin"));
const counts = { replies: null, reposts: null, likes: null, views: null };
const read = (text: string, model = readTriageModel(asset), lang: string | null = null) =>
  triage({ text, lang, counts, verified: null, postedAt: null }, 0, defaultTriageSettings, model);

function with_(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = asset.slice();
  change(bytes);
  return bytes;
}

describe("an asset that is not whole is refused", () => {
  test.each([
    ["empty", new Uint8Array(0)],
    ["cut short", asset.slice(0, asset.length / 2)],
    ["something else", with_((bytes) => bytes.set([1, 2, 3, 4]))],
    ["of another version", with_((bytes) => bytes.set([99], 4))],
    ["with a wrong byte", with_((bytes) => bytes.set([(bytes.at(-9) ?? 0) ^ 1], bytes.length - 9))],
  ])("%s", (_name, bytes) => {
    expect(() => readTriageModel(bytes)).toThrow(expect.objectContaining({ code: "malformed" }));
  });
});

test("without a model word lists score alone, and say so", () => {
  const ruled = triage({ text: "You are thieves!!!", lang: "en", counts, verified: null, postedAt: null }, 0);
  expect(ruled.route).toBe("first_line");
  expect(ruled.reasons).toContainEqual({ code: "rules_only", words: [], value: null });
  expect(read("You are thieves!!!").reasons.map(({ code }) => code)).not.toContain("rules_only");
});

test("the same post gets the same scores, whatever was read before", () => {
  const first = read("The charger died after two days, nobody answers");
  read("別的東西");
  expect(read("The charger died after two days, nobody answers")).toEqual(first);
});

describe("the language of a few words", () => {
  test.each([
    ["nobody told me about this", "en"],
    ["kenapa paket saya belum sampai", "id"],
    ["hvorfor svarer ingen på telefonen", "nb"],
    ["sao chưa thấy ai trả lời vậy", "vi"],
    ["sao chua thay ai tra loi vay", "vi"],
    ["warum geht hier keiner ans telefon", "de"],
    ["por qué nadie contesta el teléfono", "es"],
    ["pourquoi personne ne répond", "fr"],
    ["perché nessuno risponde al telefono", "it"],
    ["por que ninguém atende o telefone", "pt"],
    ["varför svarar ingen i telefonen", "sv"],
    ["למה אף אחד לא עונה", "he"],
    ["為什麼沒有人接電話", "zh"],
    ["لماذا لا يرد أحد", "ar"],
  ])("%s: %s", (text, lang) => {
    expect(read(text).lang).toBe(lang);
  });
});

test("a post whose words say the opposite of the whole is read with little certainty", () => {
  const unsure = (text: string) => read(text).reasons.some(({ code }) => code === "unsure");
  expect(unsure("Oh great, the charger died again, thanks a lot")).toBe(true);
  expect(unsure("I love these earbuds, thank you so much!")).toBe(false);
});

describe("a sentence that is repeated is read as if it were said once", () => {
  test.each([
    "Where is my Acme charger? ",
    "I love my Acme earbuds! ",
    "Jeg har en lader fra Acme. ",
    "這個充電器是黑色的。",
    "חיברתי את האוזניות לטלפון. ",
    "It hums and hums. ",
  ])("%s", (sentence) => {
    const [twice, often] = [2, 300].map((times) => read(sentence.repeat(times)));
    expect(often?.lang).toBe(twice?.lang);
    expect(often?.route).toBe("community");
    for (const score of ["anger", "complaint", "sentiment"] as const)
      expect(Math.abs((often?.[score] ?? 0) - (twice?.[score] ?? 1)), score).toBeLessThan(0.15);
  });
});

test("nobody goes to employees for anger or a threat without a word that shows it", () => {
  const posts = [
    "Nobody answers me, I am FURIOUS",
    "אתם גנבים ושקרנים",
    "你们这些骗子",
    "Jeg er rasende på dere",
    "I hate you all, go to hell",
    "zxqv 😡🤬",
  ];
  for (const post of posts) {
    const { route, reasons } = read(post);
    const proofs = reasons.filter(({ code }) => code === "anger" || code === "threat").flatMap(({ words }) => words);
    expect([post, route === "first_line", proofs.length > 0]).toEqual([post, true, true]);
  }
});

test("irony is said to be read with little certainty, with the words that look like it", () => {
  for (const [post, words] of [
    ["Just great, the second charger died. Love it", "Just great"],
    ["Best support ever 🙄 love waiting", "🙄"],
  ] as const) {
    expect(read(post).reasons.find(({ code }) => code === "unsure")?.words).toContain(words);
  }
});
