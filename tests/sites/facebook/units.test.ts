import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import pack from "../../../assets/packs/facebook.json" with { type: "json" };
import type { Pack } from "../../../lib/schema/pack.ts";
import { createFacebook } from "../../../lib/sites/facebook/adapter.ts";
import { commentLink, isOwn, ownLink, postLink } from "../../../lib/sites/facebook/own-link.ts";
import { markedWords, readStories } from "../../../lib/sites/facebook/read.ts";
import { createFacebookReader } from "../../../lib/sites/facebook/reader.ts";
import { findUnits } from "../../../lib/sites/facebook/units.ts";
import { createFinder, follows } from "../../../lib/sites/select.ts";
import { parsePage } from "../../../scripts/saved-page.ts";

const find = createFinder(pack as Pack);
const open = (name: string, url: string) => parsePage(readFileSync(`tests/fixtures/pages/${name}`, "utf8"), url);
const home = () => open("facebook-home.html", "https://www.facebook.com/");
const talk = () => open("facebook-post.html", "https://www.facebook.com/a/posts/1");

describe("the units of a page", () => {
  it("stand in page order, once each, and each leads somewhere", () => {
    for (const page of [home(), talk()]) {
      const units = findUnits(find, page);
      expect(units.length).toBeGreaterThan(1);
      expect(new Set(units).size).toBe(units.length);
      expect(units.every((unit, at) => at === 0 || follows(units[at - 1] as Element, unit))).toBe(true);
      expect(units.every((unit) => unit.querySelector("a[href]") !== null)).toBe(true);
    }
  });

  it("are found at an element as well as below it", () => {
    const [first] = findUnits(find, home());
    expect(first && findUnits(find, first)[0]).toBe(first);
  });

  it("are none in a part that is never read", () => {
    const page = home();
    const never = find.all(page, "never");
    expect(findUnits(find, page).filter((unit) => never.some((part) => part.contains(unit)))).toEqual([]);
  });
});

describe("a unit's stories", () => {
  it("are the post, then what it shares, each with its own words", () => {
    const [, sharing] = findUnits(find, home());
    const stories = sharing ? readStories(find, sharing) : [];
    expect(stories.map(({ author, text }) => [author.name, text])).toEqual([
      ["Moss Hollow", "Has anybody an answer to this?"],
      [expect.any(String), "Charger hums at night"],
    ]);
  });

  it("take nothing from the comments below", () => {
    const page = talk();
    const post = findUnits(find, page).find((unit) => !find.is(unit, "comment"));
    const comment = page.querySelector(find.css("comment"));
    if (!post || !comment) throw new Error("a post with a comment");
    const words = comment.textContent?.trim().slice(0, 20) ?? "";
    expect(readStories(find, post).some(({ text }) => text.includes(words))).toBe(false);
    expect(markedWords(find, post) ?? "").not.toContain(words);
    expect([isOwn(find, post, comment), isOwn(find, comment, comment)]).toEqual([false, true]);
  });
});

describe("a unit's own link", () => {
  it("leads to the post, and a comment's to the comment below it", () => {
    const page = talk();
    const units = findUnits(find, page);
    const post = units.find((unit) => !find.is(unit, "comment"));
    const comment = units.find((unit) => find.is(unit, "comment"));
    if (!post || !comment) throw new Error("a post with a comment");
    const [own, shared] = readStories(find, post);
    const link = own ? postLink(find, post, own, shared) : null;
    expect(link).toMatchObject({ isComment: false });
    const time = own && ownLink(find, post, own, shared);
    time?.setAttribute("href", `${time.getAttribute("href")?.split("?")[0]}?comment_id=500500`);
    expect(own && postLink(find, post, own, shared)).toMatchObject({ id: link?.postId, url: expect.not.stringContaining("comment_id") });
    const below = commentLink(comment);
    expect(below).toMatchObject({ isComment: true });
    expect(below?.url).toContain(`comment_id=${below?.id}`);
  });

  it("is none that stands in the words", () => {
    const [unit] = findUnits(find, home());
    const [own, shared] = unit ? readStories(find, unit) : [];
    const link = unit && own ? ownLink(find, unit, own, shared) : null;
    expect(own?.textElements.some((text) => text.contains(link))).toBe(false);
  });
});

describe("reading and writing", () => {
  it("see the same posts", () => {
    const page = talk();
    const [reader, adapter] = [createFacebookReader(page, pack as Pack), createFacebook(page, pack as Pack)];
    const read = (by: typeof reader) => by.findPosts(page).map((node) => by.readPost(node));
    expect(read(adapter)).toEqual(read(reader));
    expect(adapter.editorSelector).toBe(find.css("editor"));
  });

  it("know no reply of one's own where nobody is signed in", () => {
    const page = talk();
    for (const link of find.all(page, "me")) link.remove();
    const adapter = createFacebook(page, pack as Pack);
    const [post] = adapter.findPosts(page).flatMap((node) => adapter.readPost(node) ?? []);
    expect(post && adapter.ownReplies(post)).toEqual([]);
  });
});
