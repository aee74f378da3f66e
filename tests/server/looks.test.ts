// @vitest-environment node
import { describe, expect, it } from "vitest";
import { looksOf } from "../../server/looks.ts";

const alike = (one: string, other: string) => looksOf(one).some((look) => looksOf(other).includes(look));

describe("two names", () => {
  it.each([
    ["Dana Cohen", "dana  cohen"],
    ["Dana Cohen", "DanaCohen"],
    // Cyrillic, Greek, mathematical, wide and Roman letters.
    ["Paola", "Pаоlа"],
    ["Oda", "Οda"],
    ["Dana", "𝐃𝐚𝐧𝐚"],
    ["Dana", "Ｄａｎａ"],
    ["Dana", "Ⅾana"],
    ["Ilana", "llana"],
    ["Ilana", "ilana"],
    ["Bill", "BiII"],
    ["Tom", "Torn"],
    ["José", "Jose\u0301"],
    ["Dana", "Da\u200dna"],
    ["Dana", "Da\u2061na"],
    ["דנה", "דנה\u200f"],
  ])("can be taken for each other: %s and %s", (one, other) => {
    expect(alike(one, other)).toBe(true);
  });

  it.each([
    ["Dana", "Dina"],
    ["José", "Jose"],
    ["Ali", "All"],
    ["דנה", "רנה"],
    ["陳大文", "陳太文"],
    ["Nguyễn", "Nguyên"],
    ["Kim 1", "Kim 2"],
    ["Kim", "Kim S."],
  ])("can be told apart: %s and %s", (one, other) => {
    expect(alike(one, other)).toBe(false);
  });
});
