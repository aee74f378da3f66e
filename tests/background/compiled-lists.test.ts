// @vitest-environment node
import { describe, expect, it } from "vitest";
import { createListCompiler } from "../../entrypoints/background/compiled-lists.ts";
import { packedFromText } from "../../lib/detect/carry.ts";
import { openScreen } from "../../lib/detect/screen.ts";
import { list } from "../support/samples.ts";

describe("keyword lists", () => {
  it("are compiled once, however many tabs and posts ask", async () => {
    const compile = createListCompiler(() => 0);
    const first = compile([list]);
    expect(compile([structuredClone(list)])).toBe(first);
    const { screen, matcher } = await first;
    expect(openScreen(packedFromText(screen)).look("Is Acme down?")).toBe("sure");
    expect(matcher.match("Is Acme down?", "en")).toHaveLength(1);
  });

  it("let messages through while long ones are compiled", async () => {
    let nowMs = 0;
    const compile = createListCompiler(() => nowMs++);
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
});
