import { expect, test } from "vitest";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { emptyLibrary, indexItem } from "../../lib/suggest/library.ts";
import { mostFound, searchItems } from "../../lib/suggest/search.ts";

const item = (id: string, lang: string, title: string, answer: string, kinds?: KnowledgeItem["kinds"]): KnowledgeItem => ({
  ...{ id, lang, title, topics: [], answer, link: null },
  ...(kinds && { kinds }),
});

const library = emptyLibrary();
for (const each of [
  item("pair", "en", "Pairing earbuds", "Hold both buttons."),
  item("pair-nb", "nb", "Pairing feiler", "Hold knappene inne."),
  item("thanks", "en", "Thank you", "We are glad.", ["praise"]),
  item("pei", "zh-Hant", "耳機無法配對", "請長按兩側按鈕。"),
]) {
  indexItem(library, each);
}
const ids = (words: string, lang: string | null = "en") => searchItems(library, words, lang).map(({ source }) => source);

test("finds by whole, unfinished and misspelt words, the post's language first", () => {
  expect(ids("pairing")).toEqual(["pair", "pair-nb"]);
  expect(ids("pairing", "nb-NO")).toEqual(["pair-nb", "pair"]);
  expect(ids("butto")).toEqual(["pair"]);
  expect(ids("earbuts")).toEqual(["pair"]);
  expect(ids("配")).toEqual(["pei"]);
});

test("finds thanks too, whatever the post is, and nothing for no words", () => {
  expect(ids("glad")).toEqual(["thanks"]);
  for (const none of ["", "  ", "the", "?!"]) expect(ids(none)).toEqual([]);
});

test("finds no more than a card shows, and none that was taken out", () => {
  const many = emptyLibrary();
  for (let at = 0; at < 30; at++) indexItem(many, item(`i-${at}`, "en", "Charger", "Plug it in."));
  expect(searchItems(many, "charger", null)).toHaveLength(mostFound);
  for (let at = 0; at < 30; at++) indexItem(many, { ...item(`i-${at}`, "en", "Charger", "Plug it in."), removed: true });
  expect(searchItems(many, "charger", null)).toEqual([]);
});
