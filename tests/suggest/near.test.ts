import { describe, expect, test } from "vitest";
import { nearCopy, printOf } from "../../lib/suggest/near.ts";

const sentence = "Hold the power button for ten seconds until the light turns blue.";
const many = (count: number, prefix: string) => Array.from({ length: count }, (_, n) => `${prefix}${n}`).join(" ");

describe("nearCopy", () => {
  test("needs of a reply only the pieces that the draft has too: what an index gives", () => {
    const [draft, reply] = [`Hi Dana. ${sentence}`, printOf(`Hi Omar, ${sentence} All the best from us here.`)];
    const shared = new Set([...printOf(draft)].filter((piece) => reply.has(piece)));
    expect(nearCopy(draft, [shared])).toEqual(nearCopy(draft, [reply]));
    expect(nearCopy(draft, [shared])).toEqual([sentence]);
  });

  test("looks at a thousand words, so that no text costs more", () => {
    expect(printOf(many(5000, "w")).size).toBe(998);
    expect(nearCopy(`${many(1200, "w")}. ${sentence}`, [printOf(sentence)])).toEqual([]);
  });
});
