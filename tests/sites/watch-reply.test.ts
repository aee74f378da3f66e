import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Post } from "../../lib/schema/post.ts";
import type { SeenReply } from "../../lib/sites/adapter.ts";
import { watchReply } from "../../lib/sites/watch-reply.ts";
import { x, xPost } from "./x-posts.ts";

const text = "Hold the button for ten seconds, then pair again.";
const at = Date.parse("2026-01-02T12:00:00.000Z");
/** An id that X would give at this time. */
const idAt = (ms: number) => String(BigInt(ms - 1_288_834_974_657) << 22n);
let life: AbortController;
let post: Post;

beforeEach(() => {
  vi.useFakeTimers({ now: at });
  life = new AbortController();
  const profile = document.createElement("a");
  profile.setAttribute("data-testid", "AppTabBar_Profile_Link");
  profile.href = "/dana_reads";
  const cell = xPost({ id: idAt(at - 600_000) });
  document.body.replaceChildren(profile, cell);
  post = x().readPost(cell.querySelector("article") as Element) as Post;
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function watch(): { seen: () => SeenReply | null | undefined } {
  let seen: SeenReply | null | undefined;
  watchReply({ page: document, adapter: x(), post, text, nowMs: Date.now, signal: life.signal }).then((reply) => {
    seen = reply;
  });
  return { seen: () => seen };
}
const mine = (ms: number, words = text) => xPost({ id: idAt(ms), handle: "dana_reads", text: words });
const pass = (ms = 1000) => vi.advanceTimersByTimeAsync(ms);

function toast(ms: number): Element {
  const notice = document.createElement("div");
  notice.setAttribute("data-testid", "toast");
  const link = document.createElement("a");
  link.href = `/dana_reads/status/${idAt(ms)}`;
  notice.append(link);
  return notice;
}

describe("watching for the reply", () => {
  it("sees the member's own new post, changed as it may be", async () => {
    const { seen } = watch();
    document.body.append(mine(at + 5000, "Just hold it a while"));
    await pass();
    expect(seen()).toMatchObject({ url: `https://x.com/dana_reads/status/${idAt(at + 5000)}`, text: "Just hold it a while" });
  });

  it("sees the site's notice, and takes the placed text for its words", async () => {
    const { seen } = watch();
    document.body.append(toast(at + 5000));
    await pass();
    expect(seen()).toMatchObject({ url: `https://x.com/dana_reads/status/${idAt(at + 5000)}`, text });
  });

  it("prefers the one that reads like the placed text", async () => {
    const { seen } = watch();
    document.body.append(mine(at + 4000, "Lovely weather"), mine(at + 5000));
    await pass();
    expect(seen()?.text).toBe(text);
  });

  it.each([
    ["a reply that was there before", () => mine(at + 1000), true],
    ["an old post of the member's that scrolls into view", () => mine(at - 3_600_000), false],
    ["somebody else's new post", () => xPost({ id: idAt(at + 5000), handle: "kai_brook", text }), false],
    ["a post of the member's that the site has not taken yet", () => xPost({ id: null, handle: "dana_reads", text }), false],
    ["an old notice", () => toast(at - 3_600_000), false],
  ])("is not taken in by %s", async (_, make, isBefore) => {
    const node = make();
    if (isBefore) document.body.append(node);
    const { seen } = watch();
    if (!isBefore) document.body.append(node);
    await pass(5000);
    expect(seen()).toBeUndefined();
  });

  it("ends with nothing after ten minutes", async () => {
    const { seen } = watch();
    await pass(9 * 60_000);
    expect(seen()).toBeUndefined();
    await pass(2 * 60_000);
    expect(seen()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends with nothing when it is called off", async () => {
    const { seen } = watch();
    life.abort();
    await pass(0);
    expect(seen()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });
});
