import { expect, test } from "vitest";
import { usedText } from "../../../components/knowledge/used-text.ts";

test("how often one was used is said, and liked where it was", () => {
  expect(usedText({ used: 1, liked: 0 })).toBe("used once");
  expect(usedText({ used: 4, liked: 2 })).toBe("used 4 times · liked 2 times");
});
