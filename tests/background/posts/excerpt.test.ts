// @vitest-environment node
import { describe, expect, it } from "vitest";
import { excerptOf } from "../../../lib/background/posts/excerpt.ts";
import { seeded } from "../../../scripts/seeded.ts";
import { hit } from "../../support/samples.ts";

const at = (start: number, end: number) => ({ ...hit, start, end });

describe("an excerpt", () => {
  it("is the whole of a short text", () => {
    expect(excerptOf("Acme is fine", [at(0, 4)])).toEqual({ excerpt: "Acme is fine", hits: [at(0, 4)] });
  });

  it("of exactly 280 characters is whole", () => {
    expect(excerptOf("a".repeat(280), [at(0, 4)]).excerpt).toBe("a".repeat(280));
  });

  it("stands around the first hit and says where text is missing", () => {
    const text = `${"a ".repeat(300)}acme ${"b ".repeat(300)}`;
    const { excerpt, hits } = excerptOf(text, [at(600, 604), at(1100, 1104)]);
    expect(excerpt).toMatch(/^…(a )+acme (b )+.?…$/);
    expect(hits.map(({ start, end }) => excerpt.slice(start, end))).toEqual(["acme"]);
  });

  it("fills its room when the hit is the last word", () => {
    const { excerpt } = excerptOf(`${"a ".repeat(300)}acme`, [at(600, 604)]);
    expect(excerpt).toHaveLength(279);
    expect(excerpt.endsWith("acme")).toBe(true);
  });

  it("never splits a character, keeps the hit and stays small", () => {
    const random = seeded(5);
    const pieces = ["😀", "e\u0301", "acme", "界", " ", "👩‍👩‍👧", "x"];
    for (let turn = 0; turn < 500; turn += 1) {
      const text = Array.from({ length: 50 + Math.floor(random() * 300) }, () => pieces[Math.floor(random() * pieces.length)]).join("");
      const start = text.indexOf("acme", Math.floor(random() * text.length));
      if (start === -1) continue;
      const { excerpt, hits } = excerptOf(text, [at(start, start + 4)]);
      expect(excerpt.length).toBeLessThanOrEqual(280);
      expect(excerpt).not.toMatch(/\p{Surrogate}/u);
      expect(hits.map((each) => excerpt.slice(each.start, each.end))).toEqual(["acme"]);
    }
  });

  it("leaves context words behind that stand outside", () => {
    const text = `acme flight ${"a ".repeat(300)}pilot`;
    const { hits } = excerptOf(text, [{ ...at(0, 4), context: ["flight", "pilot"] }]);
    expect(hits.map(({ context }) => context)).toEqual([["flight"]]);
  });

  it("replaces what no database takes", () => {
    expect(excerptOf("acme\0 \ud800!", [at(0, 4)]).excerpt).toBe("acme\uFFFD \uFFFD!");
  });
});
