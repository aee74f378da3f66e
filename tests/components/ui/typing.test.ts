import { expect, test } from "vitest";
import { entryFor } from "../../../components/ui/menu-keys.ts";
import { pressedKey } from "../../../components/ui/typing.ts";

const press = (key: string, parts: Partial<KeyboardEvent> = {}) =>
  pressedKey({
    key,
    code: "",
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    target: document.body,
    ...parts,
  });

test.each([
  ["a letter", "d", {}, "d"],
  ["with Caps Lock", "D", {}, "d"],
  ["a sign that needs Shift", "?", { shiftKey: true }, "?"],
  ["a Hebrew letter on the key of d", "ג", { code: "KeyD" }, "d"],
  ["a Cyrillic one", "в", { code: "KeyD" }, "d"],
  ["a Greek one", "δ", { code: "KeyD" }, "d"],
  ["a Latin letter of another layout is itself", "a", { code: "KeyQ" }, "a"],
  ["a sign of another layout is itself", "/", { code: "KeyQ" }, "/"],
])("%s is the key", (_what, key, parts, wanted) => {
  expect(press(key, parts)).toBe(wanted);
});

const field = (html: string) => {
  document.body.innerHTML = html;
  return document.body.querySelector("[id=at]");
};
test.each<[string, string, Partial<KeyboardEvent>]>([
  ["a capital", "D", { shiftKey: true }],
  ["a Hebrew capital", "ג", { code: "KeyD", shiftKey: true }],
  ["a shortcut of the browser", "d", { ctrlKey: true }],
  ["one of the Mac", "d", { metaKey: true }],
  ["a letter with Alt", "∂", { altKey: true, code: "KeyD" }],
  ["a word that is being composed", "d", { isComposing: true }],
  ["a letter of no Latin key", "ת", { code: "Comma" }],
  ["typing", "d", { target: field("<textarea id=at></textarea>") }],
  ["choosing", "d", { target: field("<select id=at></select>") }],
  ["an open menu", "d", { target: field("<div role=menu><button id=at></button></div>") }],
  ["a dialog", "d", { target: field("<dialog><button id=at></button></dialog>") }],
])("%s is none of ours", (_what, key, parts) => {
  expect(press(key, parts)).toBeNull();
});

test("in a check box keys are ours", () => {
  expect(press("d", { target: field("<input type=checkbox id=at>") })).toBe("d");
});

const entry = (key: string, at: number) =>
  entryFor({ key, ctrlKey: false, metaKey: false, altKey: false }, ["Not about us", "Needs no answer", "Spam"], at);
test.each([
  ["ArrowDown", 0, 1],
  ["ArrowDown", 2, 0],
  ["ArrowUp", 0, 2],
  ["Home", 2, 0],
  ["End", 0, 2],
  ["n", 0, 1],
  ["N", 1, 0],
  ["s", 0, 2],
  ["x", 0, null],
  [" ", 0, null],
  ["Enter", 0, null],
])("in a menu %s leads from entry %i to %s", (key, at, wanted) => {
  expect(entry(key, at)).toBe(wanted);
});
