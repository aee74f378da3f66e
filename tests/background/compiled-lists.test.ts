// @vitest-environment node
import { describe, expect, it } from "vitest";
import { type CompilerDeps, createListCompiler, type KeptLists } from "../../entrypoints/background/compiled-lists.ts";
import { packedFromText } from "../../lib/detect/carry.ts";
import { openScreen } from "../../lib/detect/screen.ts";
import { list } from "../support/samples.ts";

function deps(): CompilerDeps & { saved: () => KeptLists | undefined } {
  let kept: KeptLists | undefined;
  const save = async (lists: KeptLists) => {
    kept = lists;
  };
  return { nowMs: () => 0, version: "1", load: async () => kept, save, saved: () => kept };
}

describe("keyword lists", () => {
  it("are compiled once, however many tabs and posts ask", async () => {
    const compile = createListCompiler(deps());
    const first = compile([list]);
    expect(compile([structuredClone(list)])).toBe(first);
    const { screen, matcher } = await first;
    expect(openScreen(packedFromText(screen)).look("Is Acme down?")).toBe("sure");
    expect(matcher.match("Is Acme down?", "en")).toHaveLength(1);
  });

  it("let messages through while long ones are compiled", async () => {
    let nowMs = 0;
    const compile = createListCompiler({ ...deps(), nowMs: () => nowMs++ });
    const entries = Array.from({ length: 1000 }, (_, at) => ({
      id: `e${at}`,
      text: `acme${at}`,
      label: null,
      mustNear: [],
      mustNotNear: [],
    }));
    const heard: string[] = [];
    setTimeout(() => heard.push("message"));
    await compile([{ ...list, entries }]).then(() => heard.push("compiled"));
    expect(heard).toEqual(["message", "compiled"]);
  });

  it("that were compiled before the worker ended are not compiled again, unless they or the extension are others now", async () => {
    const store = deps();
    await createListCompiler(store)([list]);
    const first = store.saved();
    const { matcher } = await createListCompiler(store)([structuredClone(list)]);
    expect(matcher.match("Is Acme down?", "en")).toHaveLength(1);
    expect(store.saved()).toBe(first);
    await createListCompiler({ ...store, version: "2" })([list]);
    expect(store.saved()).not.toBe(first);
    const second = store.saved();
    await createListCompiler({ ...store, version: "2" })([{ ...list, version: list.version + 1 }]);
    expect(store.saved()).not.toBe(second);
  });
});
