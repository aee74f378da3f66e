import pack from "../../assets/packs/x.json" with { type: "json" };
import { startSession } from "../../entrypoints/page.content/session.ts";
import { packedFromText, packedToText } from "../../lib/detect/pack/carry.ts";
import { packMatcher } from "../../lib/detect/pack/pack.ts";
import { openScreen } from "../../lib/detect/screen/screen.ts";
import { markTexts } from "../../lib/i18n/mark-texts.ts";
import { rawText } from "../../lib/i18n/texts.ts";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import { badgeStyle } from "../../lib/page/badge-style.ts";
import { mentionId } from "../../lib/schema/limits.ts";
import type { SeenPost } from "../../lib/schema/messages.ts";
import { createXReader } from "../../lib/sites/x/reader.ts";
import { quantile } from "../kit/numbers.ts";
import { inventCorpus, listOf } from "../match/corpus.ts";
import { peers } from "../match/peers.ts";
import { installClock, type Spent } from "./clock.ts";
import { createPost, textsFor } from "./feed.ts";

/* Runs in the browser that is measured, in a page like a site's. */

const { posts, keywords } = inventCorpus(3000, 1000);
const packed = packedToText(packMatcher([listOf(keywords)]));
const clock = installClock();
const perFrame = 10;
const kept = 400;
/** A post without a badge by then has none. */
const mostFrames = 60;

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Runs `start` so that all it leads to counts for the result; nothing else may run until it is done. */
async function owned(start: () => unknown): Promise<Spent> {
  const spent: Spent = { total: 0, longest: 0 };
  clock.now = spent;
  const begin = performance.now();
  await start();
  spent.total += performance.now() - begin;
  clock.now = null;
  return spent;
}

function emptyFeed(): HTMLElement {
  document.body.replaceChildren();
  const feed = document.createElement("div");
  feed.style.cssText = "position:relative;width:600px";
  document.body.append(feed);
  return feed;
}

const start = (signal: AbortSignal) => {
  const answers = {
    "page.start": () => ({ pack, screen: packed, css: badgeStyle, texts: markTexts(rawText), sharing: "all" }),
    "post.seen": ({ post }: SeenPost) => ({
      mentionId: mentionId(post.site, post.id ?? ""),
      state: "needs_answer",
      who: null,
      untilMs: null,
    }),
  };
  const ask = (async (name: keyof typeof answers, args: never) => answers[name]?.(args) ?? null) as typeof Ask;
  const deps = {
    page: document,
    site: "x" as const,
    createReader: createXReader,
    ask,
    open: (text: string) => openScreen(packedFromText(text)),
    nowMs: Date.now,
    reading: () => () => true,
    accepts: () => true,
    isOrphaned: () => false,
    onOrphaned: () => {},
  };
  return startSession(deps, signal);
};

/** The script that people write first: on every change it asks the page for all posts, their rendered text, and a pattern for all keywords. */
function startNaive(signal: AbortSignal): void {
  const find = peers[0]?.compile(keywords);
  const badged = new Set<Element>();
  const observer = new MutationObserver(() => {
    for (const post of document.querySelectorAll<HTMLElement>("article[data-testid=tweet]")) {
      if (!find || badged.has(post) || find(post.innerText) === 0) continue;
      badged.add(post);
      const badge = document.createElement("div");
      badge.textContent = "Needs an answer";
      post.append(badge);
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener("abort", () => observer.disconnect());
}

const badgeOf = (post: HTMLElement) => post.querySelector("article")?.lastElementChild?.shadowRoot ?? hostOf(post);
/** The badge's root is closed to the page; its host is what a post has beyond its own. */
const hostOf = (post: HTMLElement) => (post.querySelector("article")?.childElementCount ?? 0) > 1 || null;

/** Appends posts while scrolling; frames from a post to its badge. */
async function scroll(feed: HTMLElement, texts: readonly string[]): Promise<number[]> {
  const waiting = new Map<HTMLElement, number>();
  const frames: number[] = [];
  for (let at = 0, now = 0; at < texts.length + mostFrames * perFrame; at += perFrame, now++) {
    for (const text of texts.slice(at, at + perFrame)) {
      const post = createPost(document, 1e15 + at + waiting.size, text);
      feed.append(post);
      waiting.set(post, now);
    }
    while (feed.childElementCount > kept) feed.firstElementChild?.remove();
    scrollTo(0, document.body.scrollHeight);
    await frame();
    for (const [post, since] of waiting) {
      if (badgeOf(post)) frames.push(now - since + 1);
      if (badgeOf(post) || now - since > mostFrames) waiting.delete(post);
    }
  }
  return frames;
}

/** Main-thread milliseconds of ours and of the naive script over the same thousand posts, ours' longest task, frames to the badge. */
export async function selfTime(count: number) {
  const texts = textsFor(posts, count);
  const run = async (begin: (signal: AbortSignal) => unknown) => {
    const life = new AbortController();
    const feed = emptyFeed();
    await frame();
    const spent = await owned(() => begin(life.signal));
    const frames = await scroll(feed, texts);
    life.abort();
    return { ...spent, frames };
  };
  const ours = await run((signal) => start(signal));
  const naive = await run(startNaive);
  return { ours: ours.total, naive: naive.total, longest: ours.longest, badges: ours.frames.length, frames95: quantile(ours.frames, 0.95) };
}

/** Milliseconds from the start to observing the page. */
export async function starting() {
  const life = new AbortController();
  emptyFeed();
  const begin = performance.now();
  await start(life.signal);
  const took = performance.now() - begin;
  life.abort();
  return took;
}

const recycled = new AbortController();
let nodes: HTMLElement[] = [];

/** A feed of fifty nodes with ours at work, before the heap is weighed. */
export async function beginRecycling(): Promise<void> {
  const feed = emptyFeed();
  nodes = textsFor(posts, 50).map((each, index) => createPost(document, 2e15 + index, each));
  feed.append(...nodes);
  await start(recycled.signal);
  await recycle(2000, 3e15);
}

/** Shows `count` more posts in the same nodes. */
export async function recycle(count: number, firstId: number): Promise<void> {
  const texts = textsFor(posts, count);
  for (let at = 0; at < count; ) {
    for (const node of nodes) {
      const fresh = createPost(document, firstId + at, texts[at] ?? "");
      node.replaceChildren(...fresh.childNodes);
      at++;
    }
    await frame();
  }
  for (let wait = 0; wait < 90; wait++) await frame();
}
