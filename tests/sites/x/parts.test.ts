import { describe, expect, it } from "vitest";
import { createFinder } from "../../../lib/sites/select.ts";
import { authorBox, readAuthor } from "../../../lib/sites/x/author.ts";
import { readCounts } from "../../../lib/sites/x/counts.ts";
import { elementWords, isReply, readNode, readParts, readQuote, readTime } from "../../../lib/sites/x/reading.ts";
import { xPack, xPost } from "../x-posts.ts";

const find = createFinder(xPack);
const all = () => true;

function article(parts: Parameters<typeof xPost>[0]): Element {
  const node = xPost(parts).querySelector("article");
  if (!node) throw new Error("a post");
  return node;
}
const quote = `<div role="link" tabindex="0"><div data-testid="User-Name"><div dir="ltr"><span>Moss</span></div>
  <div dir="ltr"><span>@moss</span></div></div><div data-testid="tweetText">Quoted words</div></div>`;

describe("the author of a post on X", () => {
  it("is read from the box that names them", () => {
    const node = article({ id: "1" });
    expect(readAuthor(find, node, all, authorBox(find, node, all))).toMatchObject({ handle: "fern_walker", name: "fern_walker name" });
  });

  it("is known by the post's own link where no box names them, never by a quote's", () => {
    const node = article({ id: "1", inside: quote });
    node.querySelector("[data-testid='User-Name']")?.remove();
    const { isOwn } = readParts(find, node);
    expect(authorBox(find, node, isOwn)).toBeNull();
    node.insertAdjacentElement("afterbegin", Object.assign(document.createElement("a"), { href: "/kai_brook/status/5" }));
    expect(readAuthor(find, node, isOwn, null)).toMatchObject({ handle: "kai_brook", name: null, verified: null });
  });
});

describe("a post on X", () => {
  it("keeps its own words and those of its quote apart", () => {
    const node = article({ id: "1", inside: quote });
    const reading = readNode(find, node);
    expect(reading).toMatchObject({ text: "My Acme charger hums", status: { id: "1", handle: "fern_walker" } });
    expect(reading.textElement && elementWords(reading.textElement)).toBe("My Acme charger hums");
    expect(reading.quote && readQuote(find, reading.quote)).toMatchObject({
      author: { handle: "moss", name: "Moss" },
      text: "Quoted words",
    });
  });

  it("has the time that it shows, else the one in its id", () => {
    const node = article({ id: "1541815603606036480" });
    expect(readTime(find, node, readNode(find, node))).toBe("2026-01-02T10:00:00.000Z");
    node.querySelector("time")?.removeAttribute("datetime");
    expect(readTime(find, node, readNode(find, node))).toBe("2022-06-28T16:07:40.105Z");
  });

  it("is a reply when it says to whom, between author and words", () => {
    const plain = article({ id: "1" });
    expect(isReply(find, document, plain, readNode(find, plain))).toBe(false);
    const reply = article({ id: "2" });
    const to = Object.assign(document.createElement("a"), { href: "/acme", textContent: "@acme" });
    reply.querySelector("[data-testid='tweetText']")?.before(to);
    expect(isReply(find, document, reply, readNode(find, reply))).toBe(true);
  });
});

describe("the counts of a post on X", () => {
  it("are the exact ones of the labels, the views what no button shows", () => {
    const node = article({ id: "1" });
    const group = node.querySelector("[role='group']");
    group?.setAttribute("aria-label", "3 replies, 12 reposts, 41 likes, 15,432 views");
    for (const [name, label] of [
      ["reply", "3 Replies. Reply"],
      ["retweet", "12 reposts. Repost"],
      ["like", "41 Likes. Like"],
    ] as const) {
      const button = group?.querySelector(`[data-testid='${name}']`) ?? document.createElement("button");
      button.setAttribute("data-testid", name);
      button.setAttribute("aria-label", label);
      group?.append(button);
    }
    expect(readCounts(find, node, all)).toEqual({ replies: 3, reposts: 12, likes: 41, views: 15_432 });
  });

  it("are not known where nothing is labelled, and no views are guessed from several numbers", () => {
    const node = article({ id: "1" });
    node.querySelector("[role='group']")?.setAttribute("aria-label", "7 and 9");
    expect(readCounts(find, node, all)).toEqual({ replies: 0, reposts: null, likes: null, views: null });
  });
});
