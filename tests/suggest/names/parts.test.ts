import { describe, expect, it } from "vitest";
import { chinese, chineseOfTwo, korean, surelyVietnamese, vietnamese } from "../../../lib/suggest/names/families.ts";
import { folded, isInitial, nameWords, spokenHandle } from "../../../lib/suggest/names/parts.ts";
import { callsToAll, degrees, formalTitles, notPersons } from "../../../lib/suggest/names/words.ts";

describe("the words of a name", () => {
  it.each([
    ["Dana Hollow 🎧", ["Dana", "Hollow"]],
    ["Hollow, Dana", ["Dana", "Hollow"]],
    ["Dana Hollow, PhD", ["Dana", "Hollow"]],
    ["Dana (she/her)", ["Dana"]],
    ["Dana | earbuds and tea", ["Dana"]],
    ["Dana - maker", ["Dana"]],
    ["J. R. Hollow", ["J.", "R.", "Hollow"]],
    ["\u202eDana", ["Dana"]],
    ["Ｄａｎａ", ["Dana"]],
    ["Dana https://dana.example", ["Dana"]],
  ])("%s", (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  it.each(["Acme Support", "Weather Bot", "Acme Official", "keluarga besar", "@dana", "123", "🎧", "", "i love tea"])(
    "name no person: %s",
    (name) => {
      expect(nameWords(name)).toBeNull();
    },
  );
});

describe("a handle as one says it", () => {
  it.each([
    ["@dana_k", "@dana_k"],
    ["dana@social.example", "@dana"],
    ["dana.", "@dana"],
    ["everyone", null],
    ["12345", null],
    ["dana.com", null],
    ["a b", null],
    [null, null],
  ])("%s: %s", (handle, spoken) => {
    expect(spokenHandle(handle)).toBe(spoken);
  });
});

describe("words beside names", () => {
  it("are looked up in small letters without a full stop", () => {
    expect([formalTitles.has(folded("Mrs.")), degrees.has(folded("PhD")), callsToAll.has("everyone")]).toEqual([true, true, true]);
    const all = [...formalTitles, ...degrees, ...notPersons];
    expect(all.filter((word) => folded(word) !== word)).toEqual([]);
  });

  it("tell initials from short names", () => {
    expect(["J.", "J", "J.R."].every(isInitial)).toBe(true);
    expect(["Jo", "王", "김"].some(isInitial)).toBe(false);
  });
});

describe("family names", () => {
  it("are of the form that they are looked up in", () => {
    expect([...chinese, ...korean].filter((name) => [...name].length !== 1)).toEqual([]);
    expect([...chineseOfTwo].filter((name) => [...name].length !== 2)).toEqual([]);
    expect([...vietnamese].filter((name) => name !== name.toLowerCase())).toEqual([]);
  });

  it("that one is sure of are among the others", () => {
    expect([...surelyVietnamese].filter((name) => !vietnamese.has(name))).toEqual([]);
  });
});
