import { expect, test } from "vitest";
import { negative, sure } from "../../../lib/detect/pack/packed.ts";
import { quickRow } from "../../../lib/detect/pack/quick-row.ts";
import { closeRows } from "../../../lib/detect/pack/row.ts";
import { draw } from "../draw.ts";
import { listOf } from "../lists.ts";

const rowsOf = (text: string, flags: number) => listOf(text).entries.flatMap((entry) => closeRows(entry, flags));

const plain = [
  "acme",
  "Acme Phone",
  "@acme",
  "#acme",
  "蘋果",
  "蘋",
  "蘋果手機",
  "אקמה",
  "האקמה שלי",
  "bánh mì",
  "BLÅBÆR",
  "アップル",
  "4k tv",
  "_x",
];

test.each(plain)("%s is quick, and the same as taken apart", (text) => {
  for (const flags of [0, sure, sure | negative]) expect([quickRow(text, flags)]).toEqual(rowsOf(text, flags));
});

test.each([
  "acme.com",
  "acme*",
  "ac-me",
  "yahoo!",
  "ａｃｍｅ",
  "𝗔𝗖𝗠𝗘",
  "@acme phone",
  "a\u0301cme",
  "iPhone手機",
  "של",
  "acme  phone",
  "",
  "@",
  "straße",
])("%s is taken apart, or the same", (text) => {
  const quick = quickRow(text, sure);
  if (quick) expect([quick]).toEqual(rowsOf(text, sure));
});

test("thousands of random keywords are the same both ways", () => {
  let quick = 0;
  for (let seed = 1; seed <= 5000; seed++) {
    const { keyword, text } = draw(seed);
    for (const each of [keyword, text, `@${keyword}`]) {
      const row = quickRow(each, sure);
      if (row) expect([row], JSON.stringify({ seed, each })).toEqual(rowsOf(each, sure));
      quick += row ? 1 : 0;
    }
  }
  expect(quick).toBeGreaterThan(500);
});
