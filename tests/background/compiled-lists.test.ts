// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { createListCompiler } from "../../entrypoints/background/compiled-lists.ts";
import { packedFromText } from "../../lib/detect/carry.ts";
import { openScreen } from "../../lib/detect/screen.ts";
import { list } from "../support/samples.ts";
import { freshStore } from "../support/store.ts";

const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `e${at}`, text: `acme${at}`, label: null, mustNear: [], mustNotNear: [] }));

describe("keyword lists", () => {
  it("are read and compiled once, however many tabs and posts ask", async () => {
    const { store } = freshStore();
    await store.lists.put(list);
    const read = vi.spyOn(store.lists, "toArray");
    const compiled = createListCompiler(store, () => 0);
    const { screen, matcher } = await compiled();
    expect(await compiled()).toMatchObject({ screen, matcher });
    expect(read).toHaveBeenCalledTimes(1);
    expect(openScreen(packedFromText(screen)).look("Is Acme down?")).toBe("sure");
    expect(matcher.match("Is Acme down?", "en")).toHaveLength(1);
  });

  it.each([
    ["a newer version", { version: list.version + 1 }],
    ["the same version of a restored workspace", { updatedAt: "2026-04-01T00:00:00.000Z" }],
    ["another list", { id: "other" }],
  ])("are compiled anew for %s", async (_what, change) => {
    const { store } = freshStore();
    await store.lists.put(list);
    const compiled = createListCompiler(store, () => 0);
    await compiled();
    await store.lists.put({ ...list, ...change, entries: entriesOf(8) });
    expect((await compiled()).matcher.match("acme7", null)).toHaveLength(1);
  });

  it("are tried again when they could not be read", async () => {
    const { store } = freshStore();
    await store.lists.put(list);
    const compiled = createListCompiler(store, () => 0);
    vi.spyOn(store.lists, "toArray").mockRejectedValueOnce(new Error("disk"));
    await expect(compiled()).rejects.toThrow("disk");
    expect((await compiled()).matcher.match("Is Acme down?", "en")).toHaveLength(1);
  });

  it("tell the company from the word", async () => {
    const { store } = freshStore();
    await store.lists.put({ ...list, entries: [{ id: "t", text: "target", label: null, mustNear: [], mustNotNear: [], ambiguous: true }] });
    const { screen, matcher } = await createListCompiler(store, () => 0)();
    expect(openScreen(packedFromText(screen)).look("we missed the target")).not.toBe("sure");
    expect(matcher.match("we missed the target", "en")).toEqual([]);
    expect(matcher.match("Called Target customer support about my order", "en")[0]?.context).toContain("customer");
  });

  it("let messages through while long ones are compiled", async () => {
    const { store } = freshStore();
    await store.lists.put({ ...list, entries: entriesOf(1000) });
    let nowMs = 0;
    const compiled = createListCompiler(store, () => nowMs++);
    const heard: string[] = [];
    const read = store.lists.toArray.bind(store.lists);
    vi.spyOn(store.lists, "toArray").mockImplementation(() =>
      read().then((lists) => {
        setTimeout(() => heard.push("message"));
        return lists;
      }),
    );
    await compiled().then(() => heard.push("compiled"));
    expect(heard).toEqual(["message", "compiled"]);
  });
});
