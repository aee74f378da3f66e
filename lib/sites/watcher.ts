import type { Screen } from "../detect/screen.ts";
import { maxPostText } from "../schema/limits.ts";
import type { FoundPost, SiteReader } from "./adapter.ts";
import { createDriftCounter, type DriftNote } from "./drift.ts";
import { createSlices } from "./slices.ts";
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
  /** After each look at the whole page. */
  readonly onLook: () => void;
}

/** What was seen at a node, since the site may show another post in the same one. */
interface Seen {
  readonly content: string;
  /** Id and text of the post; null while there is none to match. */
  readonly key: string | null;
  readonly missing: readonly string[];
}

const lookMs = 1000;

/**
 * Reads every post on the page once and again when it changes, until `signal` aborts. Added nodes are read as the
 * page hands them over; a slow look at the whole page catches what was filled later.
 */
export function watchPosts(deps: WatchDeps, signal: AbortSignal): void {
  const { page, adapter } = deps;
  const seen = new WeakMap<Element, Seen>();
  const drift = createDriftCounter(adapter.site);
  let isDirty = true;

  const read = (node: Element): void => {
    if (!node.isConnected || !deps.mayRead()) return;
    const before = seen.get(node);
    const content = node.textContent ?? "";
    if (before?.key && before.content === content) return;
    const post = adapter.readPost(node);
    // A post without an id could neither be found again nor be told from another; the page may show it later.
    const key = post?.id ? `${post.id}\n${post.text}` : null;
    seen.set(node, { content, key, missing: post ? [] : adapter.missing(node) });
    if (before && before.key === key) return;
    const text = post ? cutText(post.text, maxPostText) : "";
    const mayMatch = post !== null && key !== null && !post.protected && !post.promoted;
    const match = mayMatch ? deps.screen.look(text) : "none";
    const handle = post?.author.handle ?? null;
    const isOwn = match !== "none" && handle !== null && handle === adapter.me();
    if (post && match !== "none" && !isOwn) deps.onMatch({ node, post: { ...post, text } }, match === "sure");
    else deps.onMiss(node);
  };

  const look = (): void => {
    const nodes = deps.mayRead() ? adapter.findPosts(page) : [];
    slices([...nodes.map((node) => () => read(node)), () => finishLook(nodes)]);
  };
  const finishLook = (nodes: readonly Element[]): void => {
    const note = deps.mayRead() ? drift.see(nodes.map((node) => seen.get(node)?.missing ?? [])) : null;
    if (note) deps.onDrift(note);
    deps.onLook();
  };
  const slices = createSlices<() => void>((task) => task(), deps.nowMs, signal);

  const observer = new MutationObserver((records) => {
    isDirty = true;
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node): node is Element => node.nodeType === 1);
    slices(
      added.map((root) => () => root.isConnected && deps.mayRead() && slices(adapter.findPosts(root).map((node) => () => read(node)))),
    );
  });
  observer.observe(page.documentElement, { childList: true, characterData: true, subtree: true });
  const timer = setInterval(() => {
    if (!isDirty && !drift.isUndecided()) return;
    isDirty = false;
    look();
  }, lookMs);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearInterval(timer);
  });
  look();
}
