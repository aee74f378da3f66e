import { describe, expect, it } from "vitest";
import { adapterOf, chooseAdapter } from "../../../lib/sites/choose.ts";
import { extractPosts } from "../../../lib/sites/extract.ts";
import { watchedFacebook } from "../../../lib/sites/facebook/profile.ts";
import { postAddress } from "../../../lib/sites/post-address.ts";
import { parsePage } from "../../../scripts/saved-page.ts";
import { openPage } from "../pages.ts";

const fb = "https://www.facebook.com";
const name = (who: string, words: string) =>
  `<div data-ad-rendering-role="profile_name"><h3><a href="/${who}"><span>${words}</span></a></h3></div>`;
const says = (words: string) => `<div data-ad-rendering-role="story_message"><div dir="auto">${words}</div></div>`;
const unit = (inside: string) => `<div aria-posinset="1"><div>${inside}</div></div>`;
const tag = (post: string, comment: string) => encodeURIComponent(btoa(`comment:${post}_${comment}`));
const comment = (post: string, id: string) =>
  `<div role="article" aria-label="Comment by Kai"><a href="/kai.brook?comment_id=${tag(post, id)}"><span>Kai Brook</span></a><div dir="auto">Mine too</div></div>`;

function read(body: string, url = `${fb}/`) {
  const page = parsePage(`<!doctype html><html lang="en"><body><div role="main">${body}</div></body></html>`, url);
  const adapter = chooseAdapter(url, page);
  if (!adapter) throw new Error("no adapter");
  return extractPosts(adapter, page);
}

describe("one post of Facebook has one id", () => {
  const time = (href: string) => `<a href="${href}"><span>2h</span></a>`;
  const own = `${name("fern.walker.9", "Fern Walker")}${time("/fern.walker.9/posts/pfbid02Fern")}${says("The Acme lamp flickers")}`;

  it("by the number that its comments tell, in its link too", () => {
    const [post] = read(unit(own + comment("540000000000001", "17001")));
    expect([post?.id, post?.permalink]).toEqual(["540000000000001", `${fb}/fern.walker.9/posts/540000000000001`]);
  });

  it("by the number in the address of its own page", () => {
    expect(read(unit(own), `${fb}/permalink.php?story_fbid=540000000000002&id=100042`)[0]?.id).toBe("540000000000002");
  });

  it("by its own number before anybody else's", () => {
    const numbered = own.replace("pfbid02Fern", "540000000000003");
    expect(read(unit(numbered + comment("540000000000009", "17001")), `${fb}/a/posts/540000000000008`)[0]?.id).toBe("540000000000003");
  });

  it("by what there is, where the page tells no number", () => {
    expect(read(unit(own))[0]?.id).toBe("pfbid02Fern");
    expect(read(unit(own), `${fb}/a/posts/pfbid02Other`)[0]?.id).toBe("pfbid02Fern");
  });

  it.each([
    ["gm", "one picture in a group"],
    ["pcb", "several pictures"],
  ])("by the post that its picture names: set=%s.", (set) => {
    const hidden = `${name("fern.walker.9", "Fern Walker")}${time("?__cft__[0]=a#?b")}${says("Which lamp?")}`;
    const [post] = read(unit(`${hidden}<a href="/photo/?fbid=7100001&set=${set}.540000000000004&idorvanity=4"><img src="p.jpg"></a>`));
    expect([post?.id, post?.permalink]).toEqual(["540000000000004", `${fb}/540000000000004`]);
  });

  it("and none while its time hides the address", () => {
    const [post] = read(unit(`${name("fern.walker.9", "Fern Walker")}${time("?__cft__[0]=a#?b")}${says("Which lamp?")}`));
    expect([post?.id, post?.text, post?.author.name]).toEqual([null, "Which lamp?", "Fern Walker"]);
  });
});

describe("somebody anonymous in a group", () => {
  const rest = `<a href="/groups/44/posts/540000000000005/"><span>2h</span></a>`;
  const group = '<a href="/groups/44/"><b><span>Lamp friends</span></b></a>';
  const heading = (inside: string) => `<div data-ad-rendering-role="profile_name"><h3><span>${inside}</span></h3></div>`;
  it.each([
    ["below the group", `${heading(group)}<div><span>Deltaker uten navn</span> · ${rest}</div>`],
    ["before the group", `${heading(`<span>Deltaker uten navn</span> ${group}`)}<div>${rest}</div>`],
    ["beside a button", `${heading(group)}<div><div role="button"><span>Follow</span></div><span>Deltaker uten navn</span>${rest}</div>`],
  ])("is named %s", (_, header) => {
    expect(read(unit(`${header}${says("Is the lamp safe?")}`))).toMatchObject([
      { id: "540000000000005", author: { handle: null, name: "Deltaker uten navn" }, text: "Is the lamp safe?" },
    ]);
  });

  it("is not made of a member's badge", () => {
    const member = `${heading(group)}<div><span>Toppbidragsyter</span><a href="/groups/44/user/100051/"><span>Lan</span></a> · ${rest}</div>`;
    expect(read(unit(`${member}${says("Is the lamp safe?")}`))[0]?.author).toMatchObject({ handle: "100051", name: "Lan" });
  });
});

describe("Facebook's other doors", () => {
  it.each(["web.", "", "www."])("%sfacebook.com is read", (door) => {
    const page = parsePage("<!doctype html><html><body></body></html>", `https://${door}facebook.com/`);
    expect(adapterOf(`https://${door}facebook.com/`, page)?.site).toBe("facebook");
    expect(watchedFacebook).toContain(`https://${door}facebook.com/*`);
  });

  it.each(["web.", "", "www.", "m.", "mbasic."])("a link to %sfacebook.com leads to the post", (door) => {
    expect(postAddress(`https://${door}facebook.com/fern/posts/540000000000006`)).toMatchObject({
      postId: "540000000000006",
      site: "facebook",
    });
  });

  it("reads a page with no mark but the posts' menus", () => {
    const { posts, adapter } = openPage("facebook-plain.html", `${fb}/`);
    expect(posts.map(({ id, author, text }) => [id, author.name, text])).toEqual([
      ["530000000000001", "Moss Hollow", "Does the Acme lamp blink for you too?"],
      ["530000000000002", "Kai Brook", "Acme lamps are on sale."],
    ]);
    expect(adapter.me()).toBe("fern.walker.9");
  });
});
