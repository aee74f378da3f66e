// @vitest-environment node
import { describe, expect, it } from "vitest";
import { createListPacker } from "../../entrypoints/background/list-packer.ts";
import { packedFromText } from "../../lib/detect/carry.ts";
import { openMatcher } from "../../lib/detect/open.ts";
import { list } from "../support/samples.ts";

describe("keyword lists for the tabs", () => {
  it("are packed once, however many tabs ask", async () => {
    const pack = createListPacker(() => 0);
    const first = pack([list]);
    expect(pack([structuredClone(list)])).toBe(first);
    expect(openMatcher(packedFromText(await first)).match("Is Acme down?", "en")).toHaveLength(1);
  });

  it("let messages through while long ones are packed", async () => {
    let nowMs = 0;
    const pack = createListPacker(() => nowMs++);
    const entries = Array.from({ length: 1000 }, (_, at) => ({
      id: `e${at}`,
      text: `acme${at}`,
      label: null,
      mustNear: [],
      mustNotNear: [],
    }));
    const heard: string[] = [];
    setTimeout(() => heard.push("message"));
    await pack([{ ...list, entries }]).then(() => heard.push("packed"));
    expect(heard).toEqual(["message", "packed"]);
  });
});
