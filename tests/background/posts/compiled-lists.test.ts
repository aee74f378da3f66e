// @vitest-environment node
import { describe, expect, it } from "vitest";
import { type CompilerDeps, createListCompiler, type KeptLists } from "../../../lib/background/posts/compiled-lists.ts";
import { packedFromText } from "../../../lib/detect/pack/carry.ts";
import { openScreen } from "../../../lib/detect/screen/screen.ts";
import { listsState, readLists } from "../../../lib/store/database.ts";
import { list } from "../../support/samples.ts";
import { freshStore } from "../../support/store.ts";

const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `e${at}`, text: `acme${at}`, label: null, mustNear: [], mustNotNear: [] }));

/** A device that holds these lists, and what was asked of its store. */
async function device(...lists: (typeof list)[]) {
  const { store } = freshStore();
  await store.lists.bulkPut(lists);
  let kept: KeptLists | undefined;
  const asked = { reads: 0, saves: 0 };
  const deps: CompilerDeps = {
    nowMs: () => 0,
    version: "1",
    state: () => listsState(store),
    read: () => {
      asked.reads++;
      return readLists(store);
    },
    load: async () => kept,
    save: async (lists) => {
      asked.saves++;
      kept = lists;
    },
  };
  return { store, deps, asked };
}

describe("keyword lists", () => {
  it("are read and compiled once, however many tabs and posts ask", async () => {
    const { deps, asked } = await device(list);
    const compiled = createListCompiler(deps);
    const { screen, matcher } = await compiled();
    expect(await compiled()).toMatchObject({ screen, matcher });
    expect(asked).toEqual({ reads: 1, saves: 1 });
    expect(openScreen(packedFromText(screen)).look("Is Acme down?")).toBe("sure");
    expect(matcher.match("Is Acme down?", "en")).toHaveLength(1);
  });

  it.each([
    ["a newer version", { version: list.version + 1 }],
    ["the same version of a restored workspace", { updatedAt: "2026-04-01T00:00:00.000Z" }],
    ["another list", { id: "other" }],
  ])("are compiled anew for %s", async (_what, change) => {
    const { store, deps } = await device(list);
    const compiled = createListCompiler(deps);
    await compiled();
    await store.lists.put({ ...list, ...change, entries: entriesOf(8) });
    expect((await compiled()).matcher.match("acme7", null)).toHaveLength(1);
  });

  it("are tried again when they could not be read", async () => {
    const { deps } = await device(list);
    let failures = 1;
    const read: CompilerDeps["read"] = async () => {
      if (failures-- > 0) throw new Error("disk");
      return deps.read();
    };
    const compiled = createListCompiler({ ...deps, read });
    await expect(compiled()).rejects.toThrow("disk");
    expect((await compiled()).matcher.match("Is Acme down?", "en")).toHaveLength(1);
  });

  it("tell the company from the word", async () => {
    const target = { id: "t", text: "target", label: null, mustNear: [], mustNotNear: [], ambiguous: true };
    const { deps } = await device({ ...list, entries: [target] });
    const { screen, matcher } = await createListCompiler(deps)();
    expect(openScreen(packedFromText(screen)).look("we missed the target")).not.toBe("sure");
    expect(matcher.match("we missed the target", "en")).toEqual([]);
    expect(matcher.match("Called Target customer support about my order", "en")[0]?.context).toContain("customer");
  });

  it("let messages through while long ones are compiled", async () => {
    let nowMs = 0;
    const long = { ...list, entries: entriesOf(1000) };
    const heard: string[] = [];
    const deps: CompilerDeps = {
      ...(await device()).deps,
      nowMs: () => nowMs++,
      read: async () => {
        setTimeout(() => heard.push("message"));
        return { state: "1", lists: [long] };
      },
    };
    await createListCompiler(deps)().then(() => heard.push("compiled"));
    expect(heard).toEqual(["message", "compiled"]);
  });

  it("that were compiled before the worker ended are not compiled again, unless they or the extension are others now", async () => {
    const { store, deps, asked } = await device(list);
    await createListCompiler(deps)();
    const { matcher } = await createListCompiler(deps)();
    expect(matcher.match("Is Acme down?", "en")).toHaveLength(1);
    expect(asked.saves).toBe(1);
    await createListCompiler({ ...deps, version: "2" })();
    expect(asked.saves).toBe(2);
    await store.lists.put({ ...list, version: list.version + 1 });
    await createListCompiler({ ...deps, version: "2" })();
    expect(asked.saves).toBe(3);
  });
});
