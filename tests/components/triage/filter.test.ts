import { describe, expect, test, vi } from "vitest";
import { type Filter, filterMemory, isFiltering, noFilter, passes } from "../../../components/triage/filter.ts";
import { angry, mention, sam } from "../samples.ts";

const post = mention({ site: "x", route: "first_line", triage: { ...angry, lang: "nb" }, status: "escalated" });

describe("what passes", () => {
  test.each<[Partial<Filter>, boolean]>([
    [{}, true],
    [{ route: "first_line" }, true],
    [{ route: "community" }, false],
    [{ site: "x" }, true],
    [{ site: "facebook" }, false],
    [{ lang: "nb" }, true],
    [{ lang: "en" }, false],
    [{ route: "first_line", lang: "en" }, false],
    [{ unassigned: true }, true],
  ])("%o: %s", (parts, expected) => {
    expect(passes({ ...noFilter, ...parts }, post)).toBe(expected);
  });

  test("nobody's is what nobody takes care of and somebody should", () => {
    const nobodys = { ...noFilter, unassigned: true };
    expect(passes(nobodys, { ...post, assignee: { id: sam.id, name: sam.name } })).toBe(false);
    expect(passes(nobodys, { ...post, status: "answered" })).toBe(false);
  });
});

test("a filter filters as soon as it says one thing", () => {
  expect(isFiltering(noFilter)).toBe(false);
  expect(isFiltering({ ...noFilter, lang: "he" })).toBe(true);
  expect(isFiltering({ ...noFilter, unassigned: true })).toBe(true);
});

describe("the memory", () => {
  test("gives back what was set, at once and from what was kept", () => {
    const filter: Filter = { route: "second_line", site: "x", lang: "he", unassigned: true };
    const keep = vi.fn();
    const memory = filterMemory(undefined, keep);
    memory.save(filter);
    expect(memory.load()).toEqual(filter);
    expect(keep).toHaveBeenCalledWith(filter);
    expect(filterMemory(filter, keep).load()).toEqual(filter);
  });

  test.each([
    ["nothing", undefined],
    ["what says nothing", {}],
    ["values that there are no more", { route: "third_line", site: "myspace", lang: 7, unassigned: "yes" }],
  ])("begins anew from %s", (_, kept) => {
    expect(filterMemory(kept, () => {}).load()).toEqual(noFilter);
  });
});
