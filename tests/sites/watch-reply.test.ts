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
/** The conversation on the page. */
let talk: Element;

const goTo = (path: string) => (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`https://x.com${path}`);

beforeEach(() => {
  vi.useFakeTimers({ now: at });
  life = new AbortController();
  const profile = document.createElement("a");
  profile.setAttribute("data-testid", "AppTabBar_Profile_Link");
  profile.href = "/dana_reads";
  const cell = xPost({ id: idAt(at - 600_000) });
  talk = document.createElement("section");
  talk.append(cell);
  document.body.replaceChildren(profile, talk);
  post = x().readPost(cell.querySelector("article") as Element) as Post;
  goTo(`/fern_walker/status/${post.id}`);
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
  it("sees the member's own new post below the post, changed as it may be", async () => {
    const { seen } = watch();
    talk.append(mine(at + 5000, "Just hold the button for ten seconds"));
    await pass();
    expect(seen()).toMatchObject({
      url: `https://x.com/dana_reads/status/${idAt(at + 5000)}`,
      text: "Just hold the button for ten seconds",
    });
  });

  it("sees one anywhere that says whom it answers", async () => {
    goTo("/home");
    const { seen } = watch();
    const reply = mine(at + 5000);
    const said = Object.assign(document.createElement("a"), { href: "/fern_walker", textContent: "@fern_walker" });
    reply.querySelector("[data-testid=tweetText]")?.before(said);
    document.body.append(reply);
    await pass();
    expect(seen()?.text).toBe(text);
  });

  it("takes the words of the post that the site's notice names", async () => {
    const { seen } = watch();
    document.body.append(toast(at + 5000));
    talk.append(mine(at + 5000));
    await pass();
    expect(seen()?.url).toBe(`https://x.com/dana_reads/status/${idAt(at + 5000)}`);
  });

  it("prefers the one that reads like the placed text", async () => {
    const { seen } = watch();
    talk.append(mine(at + 4000, "Hold the button for ten seconds, I said"), mine(at + 5000));
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
    if (isBefore) talk.append(node);
    const { seen } = watch();
    if (!isBefore) talk.append(node);
    await pass(20_000);
    expect(seen()).toBeUndefined();
  });

  it("is not taken in by another new post of the member's, on the site's start page or below a heading of suggestions", async () => {
    const { seen } = watch();
    document.body.append(mine(at + 5000, "Lovely weather today"));
    talk.append(document.createElement("h2"), mine(at + 6000, "And what a sunset"));
    await pass(20_000);
    expect(seen()).toBeUndefined();
  });

  it.each([
    ["a notice that names any post", () => document.body.append(toast(at + 5000))],
    ["the placed words in a post of their own", () => document.body.append(mine(at + 5000))],
    ["other words below the post", () => talk.append(mine(at + 5000, "Thank you all"))],
    [
      "the placed words in an answer to somebody else",
      () => {
        const reply = mine(at + 5000);
        const said = Object.assign(document.createElement("a"), { href: "/kai_brook", textContent: "@kai_brook" });
        reply.querySelector("[data-testid=tweetText]")?.before(said);
        talk.append(reply);
      },
    ],
  ])("leaves it to the member after %s", async (_, happens) => {
    const { seen } = watch();
    happens();
    await pass(3000);
    expect(seen()).toBeUndefined();
    await pass(5000);
    expect(seen()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  /** The site's reply dialog, which shows the post. */
  function openDialog(words: string): { readonly dialog: Element; readonly editor: Element } {
    const [dialog, editor] = [document.createElement("div"), document.createElement("div")];
    dialog.setAttribute("role", "dialog");
    editor.setAttribute("data-testid", "tweetTextarea_0");
    editor.setAttribute("contenteditable", "true");
    editor.textContent = words;
    dialog.append(xPost({ id: post.id }), editor);
    document.body.append(dialog);
    return { dialog, editor };
  }

  it("takes the site's notice right after the words left the box that answers the post", async () => {
    goTo("/home");
    const { dialog } = openDialog("Hold the button for ten seconds");
    const { seen } = watch();
    await pass();
    dialog.remove();
    await pass(2000);
    document.body.append(toast(at + 3000));
    await pass();
    expect(seen()).toMatchObject({
      url: `https://x.com/dana_reads/status/${idAt(at + 3000)}`,
      text: "Hold the button for ten seconds",
    });
  });

  it.each([
    ["a while after the box was closed", 30_000, () => {}],
    ["after other words were written in the same box", 0, (editor: Element) => (editor.textContent = "Good morning")],
    [
      "after other words were written in another box",
      0,
      (editor: Element) => {
        const other = editor.cloneNode() as Element;
        other.textContent = "Good morning";
        document.body.append(other);
      },
    ],
  ])("does not take a notice %s", async (_, laterMs, happens) => {
    goTo("/home");
    const { dialog, editor } = openDialog(text);
    const { seen } = watch();
    await pass();
    if (laterMs > 0) dialog.remove();
    else editor.textContent = "";
    happens(editor);
    await pass(1000 + laterMs);
    dialog.remove();
    document.body.append(toast(at + laterMs + 3000));
    await pass(6000);
    expect(seen()).toBeNull();
  });

  it("goes on waiting while the placed words still stand in a reply box", async () => {
    const editor = document.createElement("div");
    editor.setAttribute("data-testid", "tweetTextarea_0");
    editor.setAttribute("contenteditable", "true");
    editor.textContent = text;
    document.body.append(editor);
    const { seen } = watch();
    document.body.append(toast(at + 5000));
    await pass(20_000);
    expect(seen()).toBeUndefined();
    editor.remove();
    talk.append(mine(at + 9000));
    await pass();
    expect(seen()?.text).toBe(text);
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
