import { expect, it } from "vitest";
import { mostFilePosts, postsFromText } from "../../../lib/detect/lists/post-file.ts";

const texts = (file: string) => postsFromText(file).posts.map(({ text }) => text);

it("posts come a line, a row or a value each", () => {
  expect(texts("My Acme buds\r\n\n  \nnothing")).toEqual(["My Acme buds", "nothing"]);
  expect(postsFromText('author,text,lang\n@dana,"My Acme, buds",en\n,,he\n').posts).toEqual([
    { text: "My Acme, buds", lang: "en", author: "@dana" },
  ]);
  expect(postsFromText('[{"text":"one","lang":"nb"},"two",{"lang":"en"},7,null]').posts).toEqual([
    { text: "one", lang: "nb", author: null },
    { text: "two", lang: null, author: null },
  ]);
  expect(texts('{"posts":["three"]}')).toEqual(["three"]);
});

it("what cannot be read gives none, what is too much is cut and counted", () => {
  expect(postsFromText('{"other":[]}')).toEqual({ posts: [], more: 0 });
  expect(postsFromText("")).toEqual({ posts: [], more: 0 });
  const many = postsFromText("a post\n".repeat(mostFilePosts + 3));
  expect([many.posts.length, many.more]).toEqual([mostFilePosts, 3]);
  expect(texts("x".repeat(20_000))[0]).toHaveLength(10_000);
});
