import { describe, expect, it } from "vitest";
import { openPage } from "../pages.ts";

describe("Facebook, the home feed", () => {
  const { posts, adapter, page } = openPage("facebook-home.html", "https://www.facebook.com/");

  it("reads past decoys and a scrambled time", () => {
    expect(posts[0]).toEqual({
      site: "facebook",
      id: "600000000000001",
      permalink: "https://www.facebook.com/photo/?fbid=600000000000001",
      author: { handle: "fern.walker.9", name: "Fern Walker", verified: true },
      text: "My Acme earbuds will not pair 🙇‍♂️\nSecond  line, see help.acme.example/pairing\nThird line\nafter a break",
      partial: false,
      lang: null,
      postedAt: null,
      isReply: false,
      quoted: null,
      counts: { replies: 83, reposts: null, likes: null, views: null },
      protected: null,
      promoted: null,
    });
  });

  it("gives a shared story apart, under its own author", () => {
    expect(posts[1]).toMatchObject({
      id: "pfbid0MossBBB",
      author: { handle: "100000000000042", name: "Moss Hollow", verified: false },
      text: "Has anybody an answer to this?",
      quoted: { author: { handle: "AcmeFans" }, text: "Charger hums at night" },
      counts: { likes: 12 },
    });
  });

  it("takes no shared words for somebody's own, and reads no stub, emptied unit or chat", () => {
    expect(posts).toHaveLength(2);
    expect(posts.some(({ text }) => /private|Not Kai/.test(text))).toBe(false);
    expect(adapter.findPosts(page).flatMap((node) => adapter.missing(node))).toEqual([]);
  });

  it("anchors at the author when no time link leads to the post", () => {
    const [first, second] = adapter.findPosts(page);
    expect(first && adapter.anchor(first)?.textContent).toBe("Fern Walker");
    expect(second && adapter.anchor(second)?.textContent).toBe("30 May");
  });

  it("knows who is signed in", () => expect(adapter.me()).toBe("100000000000777"));
});

describe("Facebook, a post with comments", () => {
  const { posts, adapter } = openPage("facebook-post.html", "https://www.facebook.com/fern.walker.9/posts/pfbid0FernAAA");
  const address = "https://www.facebook.com/fern.walker.9/posts/pfbid0FernAAA";

  it("reads the post and each comment with words, in any language of the labels", () => {
    expect(posts.map(({ id, author, text, isReply, partial }) => [id, author.name, text, isReply, partial])).toEqual([
      ["3700000000000001", "Fern Walker", "Acme charger: how long should it blink? …", false, true],
      ["1700000000000001", "Kai Brook", "Hold the button\n🎟️ ten seconds", true, false],
      ["1700000000000002", "Moss Hollow", "Kai Brook thanks,", true, true],
      ["1700000000000003", "Dana Reads", "Same here with the new firmware", true, false],
    ]);
  });

  it("gives a comment its own address and language", () => {
    expect(posts[1]).toMatchObject({ permalink: `${address}?comment_id=1700000000000001`, lang: "en-GB" });
    expect(posts[2]?.permalink).toBe(`${address}?comment_id=1700000000000001&reply_comment_id=1700000000000002`);
  });

  it("proves own replies", () => {
    expect(posts[0] && adapter.ownReplies(posts[0])).toEqual([
      { url: `${address}?comment_id=1700000000000003`, text: "Same here with the new firmware", answers: true },
    ]);
  });
});

describe("Facebook, a group", () => {
  const { posts } = openPage("facebook-group.html", "https://www.facebook.com/groups/earbudfriends");

  it("reads every build of a unit: unmarked text, group headings, neither role nor number, an anonymous author", () => {
    expect(posts.map(({ id, author, text }) => [id?.slice(-1), author.handle, author.name, text])).toEqual([
      ["5", "100000000000042", "Moss Hollow", "Which Acme case fits the small earbuds?"],
      ["6", "100000000000051", "Lan Trần", "Sạc Acme nóng quá"],
      ["7", "100000000000061", "Ines Hall", "Left earbud is silent"],
      ["8", "100000000000062", "Kai Brook", "Right earbud too"],
      ["9", null, "Anonymous member", "Can I return a charger?"],
    ]);
  });
});

it("reads the page of one photo", () => {
  const { posts } = openPage("facebook-photo.html", "https://www.facebook.com/photo/?fbid=600000000000009&set=a.1");
  expect(posts.map(({ id, author, text }) => [id, author.handle, text])).toEqual([
    ["600000000000009", "fern.walker.9", "The box my #acme earbuds came in"],
    ["1700000000000021", "kai.brook", "Lucky you"],
  ]);
});
