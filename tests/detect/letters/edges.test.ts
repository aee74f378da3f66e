import { describe, expect, it } from "vitest";
import { goesOnAround } from "../../../lib/detect/letters/edges.ts";

/** Whether the part in brackets is only a piece of a word. */
function isPiece(marked: string, mayGoOn = false): boolean {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  return goesOnAround(marked.replace(/[[\]]/gu, ""), start, end, mayGoOn);
}

describe("a part of a word", () => {
  it.each([
    "I [don]'t",
    "we [can]’t",
    "[we]'re late",
    "j’[ai] faim",
    "C'[est] la vie",
    "aujourd'[hui]",
    "[haven]'t",
    "צ[ה]״ל",
    '[צה]"ל',
    "[פיג]'ו",
    "J'[AI] FAIM",
  ])("%s", (text) => expect(isPiece(text)).toBe(true));

  it.each([
    "[Acme]'s box",
    "[AI]’s turn",
    "l'[Acme]",
    "dell’[Acme]",
    "j'aime l'[HP]",
    "[Acme]'ll see",
    "'[Acme]'",
    '"[ai]"',
    "rock '[n]' roll",
    'ה"[אקמה]" שלי',
    '"[אקמה]"',
    "[Acme]",
  ])("is not %s", (text) => expect(isPiece(text)).toBe(false));

  it("is no matter behind a keyword that may go on", () => {
    expect([isPiece("[don]'t"), isPiece("[don]'t", true)]).toEqual([true, false]);
  });
});
