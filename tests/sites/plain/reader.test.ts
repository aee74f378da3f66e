import { describe, expect, it } from "vitest";
import type { Pack } from "../../../lib/schema/pack.ts";
import { createPlainReader } from "../../../lib/sites/plain/reader.ts";
import { parsePage } from "../../../scripts/saved-page.ts";

const proof = { page: "x.html", nodes: 1 };
const pack = {
  ...{ site: "reddit", version: 1, hosts: [], privatePaths: [] },
  selectors: {
    post: { find: ["article"], proof },
    comment: { find: ["article.comment"], proof },
    never: { find: [".private"], proof },
    id: { find: [":scope"], attributes: ["data-id"], proof },
    permalink: { find: ["a.time"], attributes: ["href"], proof },
    handle: { find: ["a.author"], attributes: ["href"], proof },
    name: { find: ["a.author"], proof },
    title: { find: ["h2"], proof },
    text: { find: ["p"], proof },
    time: { find: ["time"], attributes: ["datetime"], proof },
    comments: { find: [".comments"], proof },
  },
} as unknown as Pack;

const read = (html: string) => {
  const page = parsePage(html, "https://social.example/talk/1");
  const reader = createPlainReader(page, pack);
  return reader.findPosts(page).map((node) => ({ post: reader.readPost(node), missing: reader.missing(node) }));
};
const author = '<a class="author" href="https://social.example/@fern/">Fern</a>';

describe("a site that is only read", () => {
  it("has each part in an element or attribute of its own", () => {
    const [{ post } = { post: null }] = read(`<article data-id="/posts/77/">${author}<a class="time" href="/posts/77">
      <time datetime="2026-03-02T12:00:00+01:00">1 h</time></a><h2>Pairing?</h2><p lang="en">They stop
      at 63 %.</p><span class="comments">1,204 comments</span></article>`);
    expect(post).toMatchObject({
      ...{ site: "reddit", id: "77", permalink: "https://social.example/posts/77", author: { handle: "@fern", name: "Fern" } },
      ...{ text: "Pairing?\nThey stop at 63 %.", lang: "en", postedAt: "2026-03-02T11:00:00.000Z", isReply: false },
      counts: { replies: 1204, likes: null },
    });
  });

  it("keeps a post's parts and those of a comment within it apart", () => {
    const all = read(`<article data-id="1">${author}<p>Post</p><article class="comment" data-id="2">
      <a class="author" href="/@kai">Kai</a><p>Comment</p></article></article>`);
    expect(all.map(({ post }) => [post?.id, post?.text, post?.isReply, post?.author.name])).toEqual([
      ["1", "Post", false, "Fern"],
      ["2", "Comment", true, "Kai"],
    ]);
  });

  it("says what a post lacks, and is silent about private parts", () => {
    expect(read(`<article data-id="1"><p>Words</p></article><div class="private"><article>${author}<p>x</p></article></div>`)).toEqual([
      { post: null, missing: ["author"] },
    ]);
    expect(read(`<article>${author}</article>`)).toEqual([{ post: null, missing: ["text"] }]);
  });

  it("gives no link that is not the web's", () => {
    const [{ post } = { post: null }] = read(`<article>${author}<a class="time" href="javascript:alert(1)">x</a><p>Words</p></article>`);
    expect(post?.permalink).toBeNull();
  });
});
