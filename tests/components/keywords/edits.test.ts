import { expect, test } from "vitest";
import { change, changeCount, entriesOf, problemsOf, rebase, splitWords, startEdits, undo } from "../../../components/keywords/edits.ts";
import { editsMemory } from "../../../components/keywords/edits-memory.ts";
import type { KeywordEntry } from "../../../lib/schema/keywords.ts";

const entry = (id: string, text: string, parts: Partial<KeywordEntry> = {}): KeywordEntry => ({
  id,
  text,
  label: null,
  mustNear: [],
  mustNotNear: [],
  ...parts,
});
const base = [entry("1", "acme"), entry("2", "@acme")];
const start = startEdits(4, base);

test("added, changed and removed entries are counted, each once", () => {
  expect(changeCount(start)).toBe(0);
  expect(changeCount(change(start, [entry("1", "acme!"), entry("3", "new")]))).toBe(3);
});

test("putting a word back as it was is no change", () => {
  const there = change(start, [entry("1", "acmes"), entry("2", "@acme")]);
  expect(changeCount(change(there, base))).toBe(0);
});

test("typing in one field is one step back, another field another", () => {
  const typed = ["a", "ac", "acm"].reduce((edits, text) => change(edits, [entry("1", text), entry("2", "@acme")]), start);
  const labelled = change(typed, [entry("1", "acm", { label: "A" }), entry("2", "@acme")]);
  expect(entriesOf(undo(labelled))[0]).toMatchObject({ text: "acm", label: null });
  expect(entriesOf(undo(undo(labelled)))).toBe(base);
});

test("adding and removing are steps of their own", () => {
  const added = change(start, [entry("3", ""), ...base]);
  const typed = change(added, [entry("3", "n"), ...base]);
  expect(entriesOf(undo(typed))).toHaveLength(3);
  expect(entriesOf(undo(undo(typed)))).toBe(base);
});

test("edits move on top of a newer list: theirs comes in, ours stays, removals of both hold", () => {
  const ours = change(start, [entry("3", "ours"), entry("1", "acme changed")]);
  const newer = [entry("1", "acme"), entry("2", "@acme"), entry("4", "theirs")];
  const moved = rebase(ours, 5, newer);
  expect(entriesOf(moved).map(({ text }) => text)).toEqual(["ours", "acme changed", "theirs"]);
  expect(moved.baseVersion).toBe(5);
  expect(entriesOf(rebase(ours, 5, [entry("2", "@acme")])).map(({ id }) => id)).toEqual(["3", "1"]);
});

test("without edits the newer list simply stands there", () => {
  expect(rebase(start, 5, [entry("4", "theirs")])).toEqual(startEdits(5, [entry("4", "theirs")]));
});

test("what cannot be used is named, also twice the same and bad words beside", () => {
  const problems = problemsOf([
    entry("1", "acme"),
    entry("2", " ACME "),
    entry("3", ""),
    entry("4", "a.*b"),
    entry("5", "acme phone", { mustNear: ["["] }),
  ]);
  expect(problems.get("1")).toBeUndefined();
  expect(problems.get("2")).toBe("duplicate");
  expect(problems.get("3")).toBe("no_word");
  expect(problems.has("4")).toBe(true);
  expect(problems.get("5")).toBe("near");
});

test("words are parted by commas of any script", () => {
  expect(splitWords(" earbuds, charger，電池、, ")).toEqual(["earbuds", "charger", "電池"]);
});

test("unsaved edits survive a reload; pushed ones leave nothing behind", () => {
  const memory = editsMemory(sessionStorage);
  const edits = change(start, [entry("1", "acme two"), entry("2", "@acme")]);
  memory.save("l", edits);
  expect(editsMemory(sessionStorage).load("l")).toEqual(edits);
  memory.save("l", start);
  expect(memory.load("l")).toBeNull();
  expect(sessionStorage.length).toBe(0);
});
