import { describe, expect, test } from "vitest";
import type { PostKind } from "../../lib/schema/triage.ts";
import type { KnowledgeItem, Precedent } from "../../lib/schema/workspace.ts";
import { askedOf } from "../../lib/suggest/asked.ts";
import { emptyLibrary, indexItem, indexPrecedent, type Library, packLibrary, unpackLibrary } from "../../lib/suggest/library.ts";
import { firstName } from "../../lib/suggest/names/first-name.ts";
import { rank } from "../../lib/suggest/rank.ts";
import { asSuggestion } from "../../lib/suggest/suggest.ts";

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

function libraryOf(known: readonly KnowledgeItem[], precedents: readonly Precedent[] = []): Library {
  const library = emptyLibrary();
  for (const each of known) indexItem(library, each);
  for (const each of precedents) indexPrecedent(library, each);
  return library;
}

const library = libraryOf(items);
const ranked = (text: string, lang: string | null, kind: PostKind = "question", from = library) => rank(from, { text, lang, kind });
const ids = (text: string, lang: string | null) => ranked(text, lang).map(({ source }) => source);

function precedent(id: string, post: string, parts: Partial<Precedent> = {}): Precedent {
  const asked = askedOf(post);
  return {
    id,
    lang: "en",
    kind: "question",
    asked,
    source: null,
    verdict: "accepted",
    answer: "Hi {author}",
    at: "2026-03-02T12:00:00.000Z",
    ...parts,
  };
}

test("the best answer in the post's language, with the words that led to it and placeholders filled as far as known", () => {
  const text = "My Acme buds: Bluetooth PAIRING fails";
  const [best] = ranked(text, "en-GB");
  expect(best).toMatchObject({ source: "pair", isFounded: true });
  expect(best && items[0] && asSuggestion(best, items[0], { text, author: "@kim" })).toMatchObject({
    title: "Pairing earbuds",
    text: "Hi @kim, hold both buttons of your {product}: https://acme.example/pair",
    words: ["Bluetooth", "PAIRING"],
  });
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

test.each([["blietooth"], ["chargar"], ["delivary"], ["batttery"]])("a word of any length may be misspelt: %s", (word) => {
  expect(ids(word, "en").length).toBeGreaterThan(0);
});

test("nothing for function words, a single word of an answer, and an empty text", () => {
  expect(ids("is it the one with you?", "en")).toEqual([]);
  expect(ids("contacts", "en")).toEqual([]);
  expect(ids("", null)).toEqual([]);
  expect(ranked("charger", "en", "question", emptyLibrary())).toEqual([]);
});

test("at most five, and other endings of a word are the same word", () => {
  const many = libraryOf(Array.from({ length: 9 }, (_, at) => item(`same-${at}`, "en", "Chargers", [], "Answer")));
  expect(ranked("charging my charger", "en", "question", many)).toHaveLength(5);
});

test("praise is not offered a remedy, nor a fault thanks", () => {
  const thanks = { ...item("thanks", "en", "Kind words", ["love", "charger"], "Good to hear."), kinds: ["praise" as const] };
  const both = libraryOf([...items, thanks]);
  expect(ranked("I love this charger", "en", "praise", both).map(({ source }) => source)).toEqual(["thanks"]);
  expect(ranked("I would love a charger that works", "en", "complaint", both).map(({ source }) => source)).toEqual(["charge"]);
});

describe("what earlier posts were answered with", () => {
  const post = "the left one blinks orange all night";

  test("leads a similar post to the same answer, whatever its own words are", () => {
    const from = libraryOf(items, [precedent("x:1", post, { source: "ship" })]);
    expect(ranked("blinks orange at night, help", "en", "question", from)[0]).toMatchObject({ source: "ship", isFounded: true });
  });

  test("is offered itself when it was somebody's own words, or changed ones", () => {
    const own = precedent("x:1", post);
    const changed = precedent("x:2", post, { source: "pair", verdict: "edited" });
    const sources = ranked("mine blinks orange too", "en", "question", libraryOf(items, [own, changed])).map(({ source }) => source);
    expect(sources).toEqual(["reply/x:1", "reply/x:2", "pair"]);
    expect(asSuggestion({ source: "reply/x:1", terms: [], score: 1, isFounded: true }, own, { text: post, author: "Kim" })).toMatchObject({
      title: null,
      text: "Hi Kim",
    });
  });

  test("a rejection puts the suggestion behind the others", () => {
    const charger = [item("a", "en", "Charger", ["charger"], "One."), item("b", "en", "Charger", ["charger"], "Two.")];
    expect(ranked("my charger blinks", "en", "question", libraryOf(charger)).map(({ source }) => source)).toEqual(["a", "b"]);
    const no = precedent("x:1 a", "charger blinks red", { source: "a", verdict: "rejected", answer: null });
    expect(ranked("my charger blinks", "en", "question", libraryOf(charger, [no]))[0]?.source).toBe("b");
  });

  test("one that nothing speaks for is offered only when it was used often, and says so", () => {
    const used = (times: number) =>
      Array.from({ length: times }, (_, at) => precedent(`x:${at}`, "blinks orange", { source: "ship", answer: null }));
    expect(ranked("no idea", "en", "question", libraryOf(items, used(2)))).toEqual([]);
    expect(ranked("no idea", "en", "question", libraryOf(items, used(4)))).toMatchObject([{ source: "ship", isFounded: false }]);
    expect(ranked("no idea", "en", "praise", libraryOf(items, used(4)))).toEqual([]);
  });
});

describe("the kept index", () => {
  test("says the same when it is opened again, and learns on", () => {
    const kept = unpackLibrary(packLibrary(libraryOf(items, [precedent("x:1", "blinks orange", { source: "ship" })])));
    expect(ranked("bluetooth pairing", "en", "question", kept)).toEqual(
      ranked("bluetooth pairing", "en", "question", libraryOf(items, [precedent("x:1", "blinks orange", { source: "ship" })])),
    );
    indexItem(kept, { ...(items[0] as KnowledgeItem), title: "Other", topics: [], answer: "Nothing of it." });
    expect(ranked("bluetooth pairing", "en", "question", kept)).toEqual([]);
    indexItem(kept, { ...(items[1] as KnowledgeItem), removed: true });
    expect(ranked("charger", "en", "question", kept)).toEqual([]);
    indexPrecedent(kept, precedent("x:1", "blinks orange", { source: "ship", verdict: "rejected", answer: null }));
    expect(kept.uses.get("ship")).toBe(-1);
  });
});

test("a post's terms name nobody and number nothing", () => {
  expect(askedOf("@kim_b my order 1234567 https://acme.example/x blinks")).toBe("order blink");
});

test("a threat is offered neither tips nor what calm posts were answered with, only what names threats", () => {
  const post = "My lawyer will hear of the dead charger battery";
  const known = [
    ...items,
    { ...item("legal", "en", "Battery complaints", ["battery"], "Please write to us."), kinds: ["threat" as const] },
  ];
  const answered = [
    precedent("x:1", "charger battery dead", { source: "charge" }),
    precedent("x:2", "charger battery lawyer", { kind: "threat" }),
  ];
  const from = libraryOf(known, answered);
  expect(
    ranked(post, "en", "threat", from)
      .map(({ source }) => source)
      .sort(),
  ).toEqual(["legal", "reply/x:2"]);
  expect(ranked(post, "en", "complaint", from).map(({ source }) => source)).toContain("charge");
  expect(ranked(post, "en", "complaint", from).map(({ source }) => source)).not.toContain("legal");
});

test("an author's name brings nothing of its own into a suggestion", () => {
  const [best] = ranked("Bluetooth pairing fails", "en");
  const text = (name: string) =>
    best && items[0] && asSuggestion(best, items[0], { text: "", author: firstName({ name, handle: null }, "en") })?.text;
  expect(text("{link} https://evil.example @everyone\nCall 123")).toBe(
    "Hi, hold both buttons of your {product}: https://acme.example/pair",
  );
  expect(text("Kim {link}")).toBe("Hi Kim, hold both buttons of your {product}: https://acme.example/pair");
});
