import { describe, expect, test } from "vitest";
import {
  changeList,
  changesOf,
  entryProblems,
  type ListEdits,
  listChangeCount,
  onTop,
  overlapsOf,
  startList,
  takeTheirs,
} from "../../../components/keywords/edits.ts";
import { stateOf, undo } from "../../../components/ui/edits.ts";
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
const list = (entries: readonly KeywordEntry[], name = "Acme", negative = false) => ({ name, negative, entries });
const start = startList(4, list(base));
const edit = (edits: ListEdits, entries: KeywordEntry[]) => changeList(edits, { entries });
const count = (edits: ListEdits) => listChangeCount(changesOf(edits));
const entriesOf = (edits: ListEdits) => stateOf(edits).entries;

test("added, changed and removed entries, the name and the kind are counted, each once", () => {
  expect(count(start)).toBe(0);
  const edits = edit(start, [entry("1", "acme!"), entry("3", "new")]);
  expect(count(edits)).toBe(3);
  expect(count(changeList(changeList(edits, { name: "Us" }), { negative: true }))).toBe(5);
});

test("putting a word back as it was is no change", () => {
  const there = edit(start, [entry("1", "acmes"), entry("2", "@acme")]);
  expect(count(edit(there, [...base]))).toBe(0);
});

test("typing in one field is one step back, another field another", () => {
  const typed = ["a", "ac", "acm"].reduce((edits, text) => edit(edits, [entry("1", text), entry("2", "@acme")]), start);
  const labelled = edit(typed, [entry("1", "acm", { label: "A" }), entry("2", "@acme")]);
  const marked = edit(labelled, [entry("1", "acm", { label: "A", ambiguous: true }), entry("2", "@acme")]);
  const renamed = ["U", "Us"].reduce((edits, name) => changeList(edits, { name }), marked);
  expect(stateOf(undo(renamed)).name).toBe("Acme");
  expect(entriesOf(undo(undo(renamed)))[0]).not.toHaveProperty("ambiguous");
  expect(entriesOf(undo(undo(undo(renamed))))[0]).toMatchObject({ text: "acm", label: null });
  expect(entriesOf(undo(undo(undo(undo(renamed)))))).toBe(base);
});

test("adding and removing are steps of their own", () => {
  const added = edit(start, [entry("3", ""), ...base]);
  const typed = edit(added, [entry("3", "n"), ...base]);
  expect(entriesOf(undo(typed))).toHaveLength(3);
  expect(entriesOf(undo(undo(typed)))).toBe(base);
});

test("changes move on top of a newer list: theirs comes in, ours stays, removals of both hold", () => {
  const ours = edit(start, [entry("3", "ours"), entry("1", "acme changed")]);
  const newer = [entry("1", "acme"), entry("2", "@acme"), entry("4", "theirs")];
  const moved = onTop(changesOf(ours), 5, list(newer, "Their name"));
  expect(entriesOf(moved).map(({ text }) => text)).toEqual(["ours", "acme changed", "theirs"]);
  expect(moved.baseVersion).toBe(5);
  expect(stateOf(moved).name).toBe("Their name");
  expect(entriesOf(onTop(changesOf(ours), 5, list([entry("2", "@acme")]))).map(({ id }) => id)).toEqual(["3", "1"]);
  expect(stateOf(onTop(changesOf(changeList(ours, { name: "Our name" })), 5, list(newer, "Their name"))).name).toBe("Our name");
});

test("without changes the newer list simply stands there", () => {
  const newer = list([entry("4", "theirs")]);
  expect(onTop(changesOf(start), 5, newer)).toEqual(startList(5, newer));
});

test("what cannot be used is named with its field, also twice the same and forms that nobody can read", () => {
  const problems = entryProblems([
    entry("1", "acme"),
    entry("2", " ACME "),
    entry("3", ""),
    entry("4", "a.*b"),
    entry("5", "acme phone", { mustNear: ["["] }),
    entry("6", "orbit", { languages: ["english"] }),
    entry("7", "halo", { ignoreDomains: ["nowhere"] }),
  ]);
  expect([...problems].map(([id, { field, problem }]) => [id, field, problem])).toEqual([
    ["2", "text", "duplicate"],
    ["3", "text", "no_word"],
    ["4", "text", "expression"],
    ["5", "mustNear", "expression"],
    ["6", "languages.0", "form"],
    ["7", "ignoreDomains", "no_domain"],
  ]);
});

describe("what two changed at once", () => {
  const [acme, handle] = [entry("1", "acme"), entry("2", "@acme")];
  const base = list([acme, handle]);
  const of = (mine: KeywordEntry[], theirs: KeywordEntry[]) => overlapsOf(base, list(theirs), changesOf(edit(startList(4, base), mine)));

  test("is named where each did otherwise, whoever removed it", () => {
    expect(of([entry("1", "acme ours"), handle], [entry("1", "acme theirs"), handle])).toEqual([
      { id: "1", mine: entry("1", "acme ours"), theirs: entry("1", "acme theirs") },
    ]);
    expect(of([entry("1", "acme ours"), handle], [handle])).toEqual([{ id: "1", mine: entry("1", "acme ours"), theirs: null }]);
    expect(of([handle], [entry("1", "acme theirs"), handle])).toEqual([{ id: "1", mine: null, theirs: entry("1", "acme theirs") }]);
  });

  test("is nothing where only one did, where both did the same, and for what is new", () => {
    expect(of([entry("1", "acme ours"), handle], [acme, entry("2", "@theirs")])).toEqual([]);
    expect(of([entry("1", "same"), handle], [entry("1", "same"), handle])).toEqual([]);
    expect(of([handle], [handle])).toEqual([]);
    expect(of([entry("9", "new"), acme, handle], [acme, handle, entry("8", "new")])).toEqual([]);
  });

  test("can be taken as the others have it: changed, back again, or gone", () => {
    const edits = edit(startList(5, list([entry("1", "theirs"), handle])), [entry("1", "ours"), handle]);
    const texts = (next: typeof edits) => entriesOf(next).map(({ text }) => text);
    expect(texts(takeTheirs(edits, { id: "1", mine: null, theirs: entry("1", "theirs") }))).toEqual(["theirs", "@acme"]);
    expect(texts(takeTheirs(edits, { id: "1", mine: entry("1", "ours"), theirs: null }))).toEqual(["@acme"]);
    expect(texts(takeTheirs(edit(edits, [handle]), { id: "1", mine: null, theirs: entry("1", "theirs") }))).toEqual(["theirs", "@acme"]);
  });
});
