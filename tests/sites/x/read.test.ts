import { describe, expect, it } from "vitest";
import { openPage } from "../pages.ts";

describe("X, the home timeline", () => {
  const { posts, page, adapter } = openPage("x-home.html", "https://x.com/home");
  const post = (end: string) => posts.find(({ id }) => id?.endsWith(end));

  it("finds the posts with words once each, and nothing else", () => {
    expect(posts.map(({ id }) => id?.slice(-2))).toEqual(["01", "02", "03", "05", "06"]);
  });

  it("restores a post word for word, its author's markup as text", () => {
    expect(post("01")).toEqual({
      site: "x",
      id: "1894000000000000001",
      permalink: "https://x.com/fern_walker/status/1894000000000000001",
      author: { handle: "fern_walker", name: "Fern <b>Walker 🌿", verified: true },
      text: "My Acme earbuds stop pairing 😡 see https://help.acme.example/pairing/after-an-update\n\nand tell @acme_care about #firmware",
      partial: false,
      lang: "en",
      postedAt: "2025-02-24T12:50:00.000Z",
      isReply: false,
      quoted: null,
      counts: { replies: 3, reposts: 15, likes: 27, views: 1268 },
      protected: false,
      promoted: false,
    });
  });

  it("keeps a quote out of the text and gives it apart", () => {
    expect(post("02")).toMatchObject({
      author: { handle: "kai_brook", name: "Kai", verified: false },
      text: "Coba ini dulu",
      isReply: true,
      quoted: { author: { handle: "moss_hollow", name: "Moss", verified: true }, text: "My Acme charger hums" },
      counts: { replies: 1, reposts: null, likes: null, views: null },
    });
  });

  it("notes a post that the site shows in part, and counts in other digits", () => {
    expect(post("03")).toMatchObject({ text: "Tai nghe Acme không kết nối được", partial: true, lang: "vi", counts: { replies: 3 } });
  });

  it("tells promoted from a video, and takes the time from the id", () => {
    expect(post("05")).toMatchObject({ promoted: true, text: "Lamps for readers", postedAt: "2025-02-24T12:22:43.475Z" });
    expect(post("06")).toMatchObject({ promoted: false, protected: true });
  });

  it("misses no field of a post without words, and names what a broken one lacks", () => {
    expect(adapter.findPosts(page).flatMap((node) => adapter.missing(node))).toEqual([]);
    const broken = page.createElement("div");
    broken.append(adapter.findPosts(page)[0]?.cloneNode(true) ?? "");
    for (const part of broken.querySelectorAll("[data-testid='User-Name'], [data-testid='tweetText'], a[href*='status']")) part.remove();
    for (const part of broken.querySelectorAll("[data-testid^='UserAvatar']")) part.removeAttribute("data-testid");
    expect(adapter.missing(broken.firstElementChild as Element)).toEqual(["author", "permalink", "text"]);
  });

  it("anchors the badge at the time, else at the author", () => {
    const anchors = adapter.findPosts(page).map((node) => adapter.anchor(node));
    expect(anchors[0]?.querySelector("time")?.textContent).toBe("2h");
    expect(anchors[4]?.getAttribute("data-testid")).toBe("User-Name");
  });

  it("knows who is signed in", () => expect(adapter.me()).toBe("dana_reads"));
});

describe("X, a conversation", () => {
  const { posts, adapter } = openPage("x-status.html", "https://x.com/moss_hollow/status/1894100000000000001");

  it("reads the post that the page is about and its replies", () => {
    expect(posts.map(({ author, isReply }) => [author.handle, isReply])).toEqual([
      ["moss_hollow", false],
      ["kai_brook", true],
      ["dana_reads", true],
    ]);
  });

  it("finds the views that only the group's label counts", () => {
    expect(posts[0]?.counts).toEqual({ replies: 2, reposts: 1, likes: 48, views: 30142 });
  });

  it("proves own replies, other than the post itself", () => {
    const [asked, , mine] = posts;
    expect(asked && adapter.ownReplies(asked)).toEqual([
      {
        url: "https://x.com/dana_reads/status/1894100000000000003",
        text: "Det hjalp hos meg",
        postedAt: "2025-02-24T19:00:05.333Z",
        answers: true,
      },
    ]);
    expect(mine && adapter.ownReplies(mine)).toEqual([]);
  });
});

describe("Twitter in 2021", () => {
  const { posts } = openPage("x-2021.html", "https://twitter.com/fern_walker/status/1350000000000000001");

  it("reads posts without today's marks", () => {
    expect(posts).toMatchObject([
      {
        id: "1350000000000000001",
        author: { handle: "fern_walker", name: "Fern Walker", verified: true },
        text: "The new Acme firmware is out 🎉",
      },
      {
        id: "1350000000000000002",
        author: { handle: "kai_brook", name: "Kai" },
        text: "Mine @moss_hollow froze twice",
        isReply: true,
        postedAt: "2021-01-15T16:20:00.000Z",
        quoted: { author: { handle: "moss_hollow" }, text: "Before" },
      },
    ]);
  });
});

it("takes the site's own notice as a sign of some post, which says nothing of what it answers", () => {
  const { adapter } = openPage("x-toast.html", "https://x.com/home");
  const [post] = openPage("x-home.html", "https://x.com/home").posts;
  expect(post && adapter.ownReplies(post)).toEqual([
    { url: "https://x.com/dana_reads/status/1894200000000000009", text: "", postedAt: "2025-02-25T01:37:27.191Z", answers: false },
  ]);
});
