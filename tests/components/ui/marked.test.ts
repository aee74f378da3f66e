import { expect, test } from "vitest";
import { markedPieces } from "../../../components/ui/marked.tsx";

const shown = (text: string, marked: readonly string[]) =>
  markedPieces(text, marked)
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join("");

test.each([
  ["My ACME buds, my acme case", ["Acme"], "My [ACME] buds, my [acme] case"],
  ["{link} and {link}", ["{link}"], "[{link}] and [{link}]"],
  ["האוזניות של Acme", ["אוזניות", "acme"], "ה[אוזניות] של [Acme]"],
  ["@acme @acmehelp, an acme", ["acme"], "@[acme] @acmehelp, an [acme]"],
  ["מה עם זה? השמאלית מהבהבת", ["מה"], "[מה] עם זה? השמאלית מהבהבת"],
  ["耳機沒辦法配對", ["配對"], "耳機沒辦法[配對]"],
  ["acme1 and acme", ["acme", "1"], "acme[1] and [acme]"],
  ["no word of it", ["", "other"], "no word of it"],
  ["İstanbul acme", ["acme"], "İstanbul [acme]"],
  ["", ["a"], ""],
])("%s", (text, marked, wanted) => {
  expect(shown(text, marked)).toBe(wanted);
});

test("a part inside another marked part is not marked twice", () => {
  expect(shown("power button", ["power button", "power"])).toBe("[power button]");
});
