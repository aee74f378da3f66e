import { expect, test } from "vitest";
import { asksToFind, findKey } from "../../../components/composer/find-key.ts";

const plain = { key: findKey, ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
const box = (value: string, at = value.length, to = at) => ({ value, selectionStart: at, selectionEnd: to });

test("asks for the search where a line begins, and is a stroke elsewhere", () => {
  for (const place of [box(""), box("Hi.\n"), box("Later", 0)]) expect(asksToFind(plain, place)).toBe(true);
  for (const place of [box("and"), box("Hi "), box("All of it", 0, 9)]) expect(asksToFind(plain, place)).toBe(false);
});

test("other keys, shortcuts and input methods mean something else", () => {
  for (const other of [{ key: "a" }, { ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }]) {
    expect(asksToFind({ ...plain, ...other }, box(""))).toBe(false);
  }
});
