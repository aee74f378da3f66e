import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chooseReader } from "../../../lib/sites/choose-reader.ts";
import { extractPosts } from "../../../lib/sites/extract.ts";
import { parsePage } from "../../../scripts/saved-page.ts";

function read(name: string, url: string) {
  const page = parsePage(readFileSync(`tests/fixtures/pages/${name}`, "utf8"), url);
  const reader = chooseReader(url, page);
  return reader && extractPosts(reader, page);
}
const reddit = "https://www.reddit.com/r/earbuds/comments/1abcde1/pairing/";

describe("sites that are only read", () => {
  it("reads Reddit: the post with its title, comments below comments, no advertisement, nothing deleted", () => {
    const posts = read("reddit.html", reddit);
    expect(posts?.map(({ id, author, text, isReply }) => [id, author.handle, text, isReply])).toEqual([
      ["t3_1abcde1", "Fern-Walker", "Acme earbuds: pairing?\nThey stop at 63 %.\n\nAny idea?", false],
      ["t1_aaa0001", "Kai_Brook", "Hold the button.\nten seconds\nthen again", true],
      ["t1_aaa0002", "moss", "That helped", true],
    ]);
    expect(posts?.[0]).toMatchObject({ permalink: reddit, postedAt: "2025-11-04T18:20:10.257Z", counts: { replies: 3, likes: 860 } });
  });

  it("reads Mastodon on any address, but no direct message", () => {
    const posts = read("mastodon.html", "https://social.example/@fern/11200001");
    expect(posts?.map(({ id, author, text, isReply }) => [id, author.handle, author.name, text, isReply])).toEqual([
      ["11200001", "fern@social.example", "Fern 🌿", "My Acme charger hums.\nSee https://help.acme.example/humming", false],
      ["11200002", "kai@other.example", "Kai", "@fern Mine does not", true],
    ]);
    expect(posts?.[0]).toMatchObject({
      permalink: "https://social.example/@fern/11200001",
      lang: "en",
      counts: { reposts: 50, likes: 100 },
    });
  });

  it("reads the pins of Pinterest that say something", () => {
    const posts = read("pinterest.html", "https://www.pinterest.co.kr/search/pins/?q=x");
    expect(posts?.map(({ id, author, text }) => [id, author.handle, author.name, text])).toEqual([
      ["817700000000000002", "fernmakes", "Fern makes", "A shelf for Acme earbuds"],
      ["817700000000000003", "mossbuilds", "Moss builds", "Cable box\nKeeps an Acme charger out of sight"],
    ]);
  });

  it.each([
    ["reddit.html", "https://www.reddit.com/message/inbox"],
    ["reddit.html", "https://reddit.com.example/r/earbuds"],
    ["reddit.html", "https://social.example/@fern/1"],
    ["pinterest.html", "https://pinterest.example/"],
    ["mastodon.html", "https://social.example/conversations"],
  ])("leaves %s at %s alone", (name, url) => expect(read(name, url)).toBeNull());
});
