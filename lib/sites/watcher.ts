import type { Screen } from "../detect/screen/screen.ts";
import { maxPostText } from "../schema/limits.ts";
import type { FoundPost, SiteReader } from "./adapter.ts";
import { createDriftCounter, type DriftNote } from "./drift.ts";
import { createSlices, whenIdle } from "./slices.ts";
import { cutText } from "./text.ts";

export interface WatchDeps {
  readonly page: Document;
  readonly adapter: SiteReader;
  readonly screen: Screen;
  readonly nowMs: () => number;
  /** False while the page shows something private; nothing is read then. */
  readonly mayRead: () => boolean;
  /**
   * A keyword stands in a post of somebody else's at this node, or perhaps, when `isSure` is false: once per node and text, again when the site
   * shows another post there.
   */
  readonly onMatch: (found: FoundPost, isSure: boolean) => void;
  /** The node shows no post with a keyword, or no longer. */
  readonly onMiss: (node: Element) => void;
  /** At most once: the pack does not fit this page. */
  readonly onDrift: (note: DriftNote) => void;
  /** Once a second while the page changes. */
  readonly onLook: () => void;
}

/** What was seen at a node, since the site may show another post in the same one. */
interface Seen {
  readonly content: string;
  /** Id and text of the post, empty where its words alone told that no keyword stands there; null while there is nothing to match. */
  readonly key: string | null;
  /** Null when it was not read closely. */
  readonly missing: readonly string[] | null;
}

const tickMs = 1000;
/** Ticks between looks at a whole page that changes all the time. */
const lookTicks = 5;
/** Posts of each look that are read closely whatever they say, to notice when the pack fits no longer. */
const sample = 5;

/**
 * Reads every post on the page once and again when it changes, until `signal` aborts: as the page hands the changes over. What was not ready then is
 * tried again every second, and a slow look at the whole page catches the rest.
 */
export function watchPosts(deps: WatchDeps, signal: AbortSignal): void {
  const { page, adapter, screen } = deps;
  const seen = new WeakMap<Element, Seen>();
  const drift = createDriftCounter(adapter.site);
  /** Posts that show nothing to tell them by yet. */
  const unready = new Set<Element>();
  let isStirred = true;
  let isDirty = true;
  /** Who is signed in, asked at most once a second: a page that does not say is searched to its end. */
  let me: string | null | undefined;

  const isMine = (handle: string | null): boolean => {
    if (me === undefined) me = adapter.me();
    return handle !== null && handle === me;
  };
  const read = (node: Element, isSample = false): void => {
    unready.delete(node);
    if (!node.isConnected || !deps.mayRead()) return;
    const before = seen.get(node);
    const content = node.textContent ?? "";
    const isKnown = before !== undefined && before.key !== null && before.content === content;
    if (isKnown && (!isSample || before.missing)) return;
    const gist = isSample ? null : adapter.gist(node);
    if (gist !== null && screen.look(gist) === "none") {
      seen.set(node, { content, key: "", missing: null });
      if (before?.key !== "") deps.onMiss(node);
    } else readClosely(node, content, before);
  };

  const readClosely = (node: Element, content: string, before: Seen | undefined): void => {
    const post = adapter.readPost(node);
    // A post without an id could neither be found again nor be told from another; the page may show it later.
    const key = post?.id ? `${post.id}\n${post.text}` : null;
    seen.set(node, { content, key, missing: post ? [] : adapter.missing(node) });
    if (key === null) unready.add(node);
    if (before && before.key === key) return;
    const text = post ? cutText(post.text, maxPostText) : "";
    const mayMatch = post !== null && key !== null && !post.protected && !post.promoted;
    const match = mayMatch ? screen.look(text) : "none";
    if (post && match !== "none" && !isMine(post.author.handle)) deps.onMatch({ node, post: { ...post, text } }, match === "sure");
    else deps.onMiss(node);
  };

  const look = (): void => {
    isDirty = false;
    const nodes = deps.mayRead() ? adapter.findPosts(page) : [];
    const samples = drift.isWary() ? nodes.length : sample;
    settled([...nodes.map((node, at) => () => read(node, at < samples)), () => finishLook(nodes)]);
  };
  const finishLook = (nodes: readonly Element[]): void => {
    const missing = nodes.map((node) => seen.get(node)?.missing).filter((names) => names !== undefined && names !== null);
    const note = deps.mayRead() ? drift.see(missing) : null;
    if (note) deps.onDrift(note);
    deps.onLook();
  };
  // New posts are read before those that were there already.
  const fresh = createSlices(requestAnimationFrame, deps.nowMs, signal);
  const settled = createSlices(whenIdle, deps.nowMs, signal);

  const readBelow = (root: Element): void => {
    if (root.isConnected && deps.mayRead()) fresh(adapter.findPosts(root).map((node) => () => read(node)));
  };
  const observer = new MutationObserver((records) => {
    isStirred = isDirty = true;
    fresh([...new Set(records.flatMap(changedIn))].map((root) => () => readBelow(root)));
  });
  /** The post that changed; what was added, where no post was there. */
  const changedIn = ({ target, addedNodes }: MutationRecord): Element[] => {
    const element = isElement(target) ? target : target.parentElement;
    const post = element && adapter.around(element);
    return post ? [post] : [...addedNodes].filter(isElement);
  };
  observer.observe(page.documentElement, { childList: true, characterData: true, subtree: true });
  let ticks = 0;
  const timer = setInterval(() => {
    ticks++;
    me = undefined;
    if (drift.isUndecided() || (isDirty && ticks % lookTicks === 0)) look();
    else if (isStirred) settled([...[...unready].map((node) => () => read(node)), deps.onLook]);
    isStirred = false;
  }, tickMs);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearInterval(timer);
  });
  look();
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
