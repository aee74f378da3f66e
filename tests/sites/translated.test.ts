import { expect, it } from "vitest";
import { openPage } from "./pages.ts";

it("tells X's translation from an original that is shown, and from a post that was never translated", () => {
  const { posts } = openPage("x-translated.html", "https://x.com/home");
  expect(posts.map(({ id, lang, translated }) => [id?.slice(-1), lang, translated])).toEqual([
    ["1", null, true],
    ["2", "ja", undefined],
    ["3", "en", undefined],
  ]);
});

it("tells Facebook's translation, which can be taken back and rated, from an original", () => {
  const { posts } = openPage("facebook-translated.html", "https://www.facebook.com/");
  expect(posts.map(({ id, translated }) => [id?.slice(-1), translated])).toEqual([
    ["1", true],
    ["2", undefined],
  ]);
});
