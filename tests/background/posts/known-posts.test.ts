// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { isFollowUp, watchTalk } from "../../../lib/background/posts/follow-ups.ts";
import { pastedPost } from "../../../lib/background/posts/pasted-post.ts";
import { compileStoredLists } from "../../../lib/background/posts/stored-lists.ts";
import { getMeta, setMeta } from "../../../lib/store/meta.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { iso, list, mention, noonMs, post } from "../../support/samples.ts";
import { joinedStore } from "../../support/store.ts";
import { workerContext } from "../../support/worker-context.ts";

beforeEach(resetBrowser);
const reply = {
  url: "https://x.com/dana_k/status/50",
  text: "Hold it.",
  postedAt: iso(noonMs),
  author: { id: "m", name: "Dana" },
  proof: "seen",
};
const answered = mention("1", { status: "answered", reply: reply as never });

describe("a later post of the author", () => {
  it.each([
    ["below our reply", post("60"), "50", true],
    ["below somebody else's", post("60"), "51", false],
    ["of somebody else", post("60", { author: { handle: "moss", name: "Moss", verified: false } }), "50", false],
    ["that is the very post", post("1"), "50", false],
    ["without an id", post(null), "50", false],
    ["of a protected account", post("60", { protected: true }), "50", false],
    ["of another site", post("60", { site: "facebook" }), "50", false],
  ])("%s: %s", (_, later, below, is) => {
    expect(isFollowUp(answered, later, below)).toBe(is);
  });

  it("may name our comment in its own link, as on Facebook", () => {
    const url = "https://www.facebook.com/acme/posts/100100?comment_id=500500";
    const ours = mention("1", { site: "facebook", postId: "100100", reply: { ...reply, url } as never });
    const later = post("600600", {
      site: "facebook",
      permalink: "https://www.facebook.com/acme/posts/100100?comment_id=500500&reply_comment_id=600600",
    });
    expect(isFollowUp(ours, later, "nobody knows")).toBe(true);
  });

  it("is none where our reply has no link", () => {
    expect(isFollowUp({ ...answered, reply: { ...reply, url: null } as never }, post("60"), "50")).toBe(false);
  });
});

describe("the talk around an answered post", () => {
  const badge = { mentionId: "x:1", state: "answered" as const, who: null, untilMs: null };
  const watching = async (url: string, sharing: "all" | "ask" = "all") => {
    const store = await joinedStore();
    await setMeta(store, "consent", { sharing });
    await store.mentions.put(answered);
    world.scripts.set(1, () => true);
    await watchTalk(workerContext(store, { community: "one", ask: (async () => null) as never }), badge, { kind: "page", tabId: 1, url });
    return world.told.map(({ name, args }) => [name, args]);
  };

  it("is watched on the post's page and on the reply's", async () => {
    const watch = ["thread.watch", { community: "one", mentionId: "x:1", postId: "1" }];
    expect(await watching("https://x.com/nilu/status/1")).toEqual([watch]);
    expect(world.injected).toEqual([{ target: { tabId: 1, frameIds: [0] }, files: ["/thread.js"] }]);
    expect(await watching("https://x.com/dana_k/status/50")).toEqual([watch, watch]);
  });

  it("is not watched on a feed, on another talk, or for who is asked each time", async () => {
    expect(await watching("https://x.com/home")).toEqual([]);
    expect(await watching("https://x.com/nilu/status/2")).toEqual([]);
    expect(await watching("https://x.com/nilu/status/1", "ask")).toEqual([]);
    expect(world.injected).toEqual([]);
  });
});

describe("a post that a member pasted", () => {
  const paste = (link: string, author = "") => pastedPost({ link, text: "Acme hums", author });

  it("of a site that we know is the one that its page shows", async () => {
    expect(await paste("http://twitter.com/Nilu/status/1?s=20", "Nilu K")).toMatchObject({
      ...{ site: "x", id: "1", author: { handle: "Nilu", name: "Nilu K" }, permalink: "https://x.com/Nilu/status/1" },
    });
  });

  it("of another site is known by its address, however the link was copied", async () => {
    const [one, other] = [await paste("https://www.forum.example/t/7?utm_source=x"), await paste("https://forum.example/t/7/")];
    expect(one).toMatchObject({ site: "other", text: "Acme hums", author: { handle: null, name: null } });
    expect(one.id).toBe(other.id);
    expect((await paste("https://forum.example/t/8")).id).not.toBe(one.id);
  });

  it.each(["not a link", "ftp://forum.example/1", "https://localhost/1", "https://user:x@forum.example/1", "https://10.0.0.1/x"])(
    "is none of the public web: %s",
    async (link) => {
      await expect(paste(link)).rejects.toMatchObject({ code: "malformed" });
    },
  );
});

describe("the lists of the store", () => {
  it("are packed once and kept for the next worker", async () => {
    const store = await joinedStore();
    await store.lists.put(list);
    const first = await compileStoredLists(store, () => noonMs, "1.0")();
    expect(first.matcher.match("my Acme", null)).toMatchObject([{ label: "acme" }]);
    const kept = await getMeta(store, "packed");
    expect(kept).toBeDefined();
    await compileStoredLists(store, () => noonMs, "1.0")();
    expect((await getMeta(store, "packed"))?.key).toBe(kept?.key);
    await compileStoredLists(store, () => noonMs, "1.1")();
    expect((await getMeta(store, "packed"))?.key).not.toBe(kept?.key);
  });

  it("leave nothing behind of a member who left meanwhile", async () => {
    const store = await joinedStore();
    await store.lists.put(list);
    await store.meta.delete("account");
    await compileStoredLists(store, () => noonMs, "1.0")();
    expect(await getMeta(store, "packed")).toBeUndefined();
  });
});
