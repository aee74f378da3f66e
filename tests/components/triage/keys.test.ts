import { expect, test } from "vitest";
import { keyAction } from "../../../components/triage/keys.ts";

const event = (key: string, parts: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  code: "",
  target: document.body,
  ...parts,
});

test.each([
  ["a", "take"],
  ["r", "route"],
  ["d", "dismiss"],
  ["j", "next"],
  ["k", "previous"],
  ["s", "assign"],
  ["e", "escalate"],
  ["m", "merge"],
  ["n", "nextBest"],
  ["x", "select"],
  ["/", "filter"],
  ["?", "help"],
] as const)("%s means %s", (key, action) => {
  expect(keyAction(event(key))).toBe(action);
});

test("other keys, shortcuts of the browser and typing mean nothing here", () => {
  expect(keyAction(event("z"))).toBeNull();
  expect(keyAction(event("toString"))).toBeNull();
  expect(keyAction(event("r", { ctrlKey: true }))).toBeNull();
  expect(keyAction(event("a", { metaKey: true }))).toBeNull();
  expect(keyAction(event("d", { target: document.createElement("textarea") }))).toBeNull();
});
