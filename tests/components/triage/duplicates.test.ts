import { expect, test } from "vitest";
import { duplicatesOf } from "../../../components/triage/duplicates.ts";
import { mention } from "../samples.ts";

const by = (handle: string | null, excerpt: string, parts = {}) =>
  mention({ author: { handle, name: null, verified: null }, excerpt, ...parts });
const one = by("dana_k", "My Acme earbuds will not pair since the update");

test("the same author, and others in nearly the same words; the author first", () => {
  const again = by("dana_k", "Still nothing from anybody?");
  const alike = by("kit", "my ACME earbuds will not pair since the update! Help");
  const other = by("kit", "The charger is hot");
  expect(duplicatesOf(one, [one, alike, other, again])).toEqual([again, alike]);
});

test("a half of the words is not the same case", () => {
  expect(duplicatesOf(one, [by("kit", "My Acme earbuds will not charge on the train")])).toEqual([]);
});

test("nobody's name makes nobody the same", () => {
  const unnamed = by(null, "One thing");
  expect(duplicatesOf(unnamed, [by(null, "Quite another matter")])).toEqual([]);
});

test("another site's namesake is another author, and what is answered is no case any more", () => {
  expect(duplicatesOf(one, [by("dana_k", "Other words", { site: "facebook" })])).toEqual([]);
  expect(duplicatesOf(one, [by("dana_k", one.excerpt, { status: "answered" })])).toEqual([]);
});

test("no more than asked for", () => {
  const many = Array.from({ length: 9 }, () => by("dana_k", "Hello?"));
  expect(duplicatesOf(one, many)).toHaveLength(5);
  expect(duplicatesOf(one, many, 2)).toEqual(many.slice(0, 2));
});
