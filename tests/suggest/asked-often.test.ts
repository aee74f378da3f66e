import { expect, test } from "vitest";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { askedOf } from "../../lib/suggest/asked.ts";
import { askedOften, type UnassistedPost } from "../../lib/suggest/asked-often.ts";

let posts = 0;
const post = (excerpt: string, lang = "en", isHeld = true): UnassistedPost => ({
  ...{ id: `x:${++posts}`, lang, asked: askedOf(excerpt) },
  ...(isHeld ? { excerpt, link: `https://x.com/a/status/${posts}` } : { excerpt: null, link: null }),
});
const item = (title: string, lang = "en"): KnowledgeItem => ({ id: "k", lang, title, topics: [], answer: "So.", link: null });
const hinges = () => [
  post("My case has a broken hinge"),
  post("The hinges of the case squeak", "en-GB"),
  post("@acme hinge on my CASE fell off"),
];
const said = (found: ReturnType<typeof askedOften>) => found.map(({ lang, words, posts: of }) => [lang, words.join(" "), of.length]);

test("posts that share two telling words are one, as they write them; two posts are none", () => {
  expect(said(askedOften([...hinges(), post("Where is my parcel"), post("A parcel, where?")], []))).toEqual([["en", "case hinge", 3]]);
});

test("each language by itself, and what an item of it is about is left out", () => {
  const norwegian = ["Hengselen på etuiet", "Etuiet, hengselen er løs", "hengselen til etuiet knirker"].map((text) => post(text, "nb"));
  const all = [...hinges(), ...norwegian];
  expect(said(askedOften(all, [])).map(([lang]) => lang)).toEqual(["en", "nb"]);
  expect(said(askedOften(all, [item("Case with a loose hinge")])).map(([lang]) => lang)).toEqual(["nb"]);
});

test("a word that stands in most posts, such as the brand's, makes none of them alike", () => {
  const words = ["parcel", "battery", "sound", "update", "price", "repair", "login", "volume", "cable", "colour", "strap", "box"];
  expect(
    askedOften(
      words.map((word) => post(`acme earbuds ${word}`)),
      [],
    ),
  ).toEqual([]);
});

test("a post counts once, and one that this device does not hold by its terms", () => {
  const all = [...hinges(), ...["hinge", "hinge", "hinge"].map((word) => post(`${word} case screw`, "en", false))];
  const found = askedOften(all, []);
  const ids = found.flatMap(({ posts: of }) => of.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(6);
});

test("2,000 posts are looked through in a moment, and ten at most are shown", () => {
  const word = (at: number) => `w${String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26))}x`;
  const many = Array.from({ length: 2_000 }, (_, at) => post(Array.from({ length: 12 }, (_, n) => word(at * 7 + n * 13)).join(" ")));
  const begun = performance.now();
  expect(askedOften(many, []).length).toBeLessThanOrEqual(10);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
