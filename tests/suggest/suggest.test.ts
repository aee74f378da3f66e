import { expect, test } from "vitest";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { suggest } from "../../lib/suggest/suggest.ts";

function item(id: string, lang: string, title: string, topics: string[], answer: string, link: string | null = null): KnowledgeItem {
  return { id, lang, title, topics, answer, link };
}

const items = [
  item(
    "pair",
    "en",
    "Pairing earbuds",
    ["bluetooth", "pairing", "won't connect"],
    "Hi {author}, hold both buttons of your {product}: {link}",
    "https://acme.example/pair",
  ),
  item("charge", "en", "Charger does not charge", ["charger", "battery"], "Clean the contacts and use another cable."),
  item("ship", "en", "Where is my order", ["delivery", "tracking"], "Orders take three days; the contacts are on the site."),
  item("lader", "nb", "Laderen virker ikke", ["lader", "batteri"], "Rens kontaktene."),
  item("peiDui", "zh-Hant", "耳機無法配對", ["藍牙", "配對"], "請長按兩側按鈕。"),
  item("sac", "vi", "Bộ sạc không hoạt động", ["sạc", "pin"], "Hãy thử dây cáp khác."),
  item("teina", "he", "המטען לא טוען", ["מטען", "סוללה"], "נקו את המגעים."),
];

function ids(text: string, lang: string | null): string[] {
  return suggest({ text, lang, author: null }, items).map((suggestion) => suggestion.item.id);
}

test("the best answer in the post's language, with the words that led to it and placeholders filled", () => {
  const [best] = suggest({ text: "My Acme buds: Bluetooth PAIRING fails", lang: "en-GB", author: "@kim" }, items, { product: "Acme Buds" });
  expect(best?.item.id).toBe("pair");
  expect(best?.text).toBe("Hi @kim, hold both buttons of your Acme Buds: https://acme.example/pair");
  expect(best?.words).toEqual(["Bluetooth", "PAIRING"]);
});

test.each([
  ["the charger is dead", "en", ["charge"]],
  ["laderen er død", "no", ["lader"]],
  ["藍牙一直連不上", "zh-TW", ["peiDui"]],
  ["耳機配對失敗", "zh", ["peiDui"]],
  ["bo sac hong roi", "vi", ["sac"]],
  ["המטען מת", "iw", ["teina"]],
  ["bluetooth nggak mau nyambung", "in", ["pair"]],
  ["le chargeur bluetooth", null, ["pair"]],
])("%s (%s) -> %j", (text, lang, wanted) => {
  expect(ids(text, lang)).toEqual(wanted);
});

test("similar words only when nothing was found as written", () => {
  expect(ids("bluetoth paring", "en")).toEqual(["pair"]);
  expect(ids("charger and bluetoth", "en")).toEqual(["charge"]);
});

test("nothing for function words, a single word of an answer, and an empty text", () => {
  expect(ids("is it the one with you?", "en")).toEqual([]);
  expect(ids("contacts", "en")).toEqual([]);
  expect(ids("", null)).toEqual([]);
  expect(suggest({ text: "charger", lang: "en", author: null }, [])).toEqual([]);
});

test("at most three, and items of the same id do not disturb each other", () => {
  const many = Array.from({ length: 6 }, () => item("same", "en", "Charger", ["charger"], "Answer"));
  expect(suggest({ text: "charger", lang: "en", author: null }, many)).toHaveLength(3);
});
