import { describe, expect, it } from "vitest";
import { profileKey, readCommentTag, readPostLink } from "../../../lib/sites/facebook/links.ts";

const fb = "https://www.facebook.com";

describe("readPostLink", () => {
  it.each([
    [`${fb}/fern.walker.9/posts/pfbid0A?__cft__[0]=Z&__tn__=R`, "pfbid0A", `${fb}/fern.walker.9/posts/pfbid0A`],
    [`${fb}/fern.walker.9/posts/a-title/1234567/`, "1234567", `${fb}/fern.walker.9/posts/a-title/1234567/`],
    ["/groups/earbudfriends/permalink/500005/?x=1", "500005", `${fb}/groups/earbudfriends/permalink/500005/`],
    [`${fb}/permalink.php?story_fbid=pfbid0B&id=1000001`, "pfbid0B", `${fb}/permalink.php?story_fbid=pfbid0B&id=1000001`],
    [`${fb}/photo/?fbid=600001&set=a.1`, "600001", `${fb}/photo/?fbid=600001`],
    [`${fb}/watch/?v=700001`, "700001", `${fb}/watch/?v=700001`],
    [`${fb}/reel/800001/?s=1`, "800001", `${fb}/reel/800001/`],
    [`${fb}/AcmeFans/videos/a-film/900001/`, "900001", `${fb}/AcmeFans/videos/a-film/900001/`],
  ])("reads %s", (href, id, url) => expect(readPostLink(href)).toEqual({ id, postId: id, isComment: false, url }));

  it("names a comment, and the reply to one, by its own id", () => {
    expect(readPostLink(`${fb}/a/posts/pfbid0A?comment_id=17001&__tn__=R`)).toMatchObject({
      id: "17001",
      postId: "pfbid0A",
      isComment: true,
    });
    expect(readPostLink(`${fb}/a/posts/pfbid0A?comment_id=17001&reply_comment_id=17002`)).toMatchObject({ id: "17002", isComment: true });
  });

  it("names a comment below a post that the link names alone", () => {
    expect(readPostLink(`${fb}/500005?comment_id=17001`)).toMatchObject({ id: "17001", postId: "500005", isComment: true });
  });

  it.each([
    `${fb}/`,
    `${fb}/500005`,
    `${fb}/fern.walker.9?comment_id=17001`,
    `${fb}/fern.walker.9`,
    `${fb}/?__cft__[0]=Z`,
    `${fb}/hashtag/acme`,
    "https://facebook.com.example/a/posts/pfbid0A",
    "#",
    "",
    null,
  ])("leaves %s", (href) => expect(readPostLink(href)).toBeNull());
});

describe("readCommentTag", () => {
  const link = (text: string) => `/kai.brook?comment_id=${encodeURIComponent(btoa(text))}`;
  it("reads post and comment", () => expect(readCommentTag(link("comment:37_17"))).toEqual({ postId: "37", commentId: "17" }));
  it.each([link("story:37_17"), link("comment:37"), "/kai.brook?comment_id=%%%", "/kai.brook?comment_id=17", "/kai.brook"])(
    "leaves %s",
    (href) => expect(readCommentTag(href)).toBeNull(),
  );
});

describe("profileKey", () => {
  it.each([
    [`${fb}/fern.walker.9?__cft__[0]=Z`, "fern.walker.9"],
    [`${fb}/profile.php?id=1000042&__tn__=R`, "1000042"],
    ["/groups/4004/user/1000051/", "1000051"],
    [`${fb}/people/Fern-Walker/1000061/`, "1000061"],
    [`${fb}/groups/earbudfriends/`, null],
    [`${fb}/photo/?fbid=1`, null],
    [`${fb}/hashtag/acme`, null],
    ["https://l.facebook.com/l.php?u=x", null],
    ["https://example.com/fern", null],
    ["#", null],
  ])("%s -> %s", (href, key) => expect(profileKey(href)).toBe(key));
});
