import { expect, test } from "vitest";
import { checkDraft } from "../../lib/suggest/checks.ts";

test("a draft that can go", () => {
  expect(checkDraft("x", "Hold both buttons for five seconds.", "I help at Acme")).toEqual([]);
});

test("empty, too long with its disclosure, placeholders left", () => {
  expect(checkDraft("x", " \n", "I help at Acme").map(({ code }) => code)).toEqual(["empty"]);
  expect(checkDraft("x", "a".repeat(270), "")).toEqual([]);
  expect(checkDraft("x", "a".repeat(270), "I help at Acme").map(({ code }) => code)).toEqual(["too_long"]);
  expect(checkDraft("x", "Hi {author}", "")).toEqual([{ code: "placeholder", words: ["{author}"] }]);
});

test("card numbers by their check sum, in groups too", () => {
  expect(checkDraft("x", "paid with 4111 1111 1111 1111 and 4111-1111-1111-1112", "")).toEqual([
    { code: "card_number", words: ["4111 1111 1111 1111"] },
  ]);
  expect(checkDraft("x", "5555555555554444", "")).toHaveLength(1);
  expect(checkDraft("x", "order 1234567890123 and 411111111111111111111111", "")).toEqual([]);
});
