import type { CardFrame } from "./frame.ts";
import { type Box, clearOf, cornerPlace, isInView, mostHeightIn, placeCard, type Side, type Size, widthIn } from "./position.ts";

/** The post of a card and what stands around it, as they are on the page now. */
export interface PostOnPage {
  readonly post: Element;
  /** Where its badge is in the window. */
  readonly badge: () => Box;
  /** The site's open reply box. */
  readonly editor: Element | null;
}

export interface FollowDeps {
  readonly page: Document;
  /** Null while the page does not show the post. */
  readonly find: () => PostOnPage | null;
  /** Stays on the screen also while its post is not; otherwise it goes with its post. Without a post it stands in the corner. */
  readonly staysWithout: () => boolean;
  /** Called when the card stops being shown because its post was scrolled away or removed. */
  readonly onHide: () => void;
  /** Told every time the card is placed: where the post is now. */
  readonly onWhere: (where: "in_view" | "on_page" | "nowhere") => void;
  readonly signal: AbortSignal;
}

/** How often the post is searched for again, since pages replace their nodes without a scroll. */
const findMs = 400;

/** The largest box around the editor that does not fill the window: the reply box with its sender, recipient and Post button. */
function composerBox(editor: Element, view: Size): Box {
  let box = editor.getBoundingClientRect();
  for (let around = editor.parentElement; around; around = around.parentElement) {
    const outer = around.getBoundingClientRect();
    if (outer.width * outer.height > (view.width * view.height) / 3) break;
    box = outer;
  }
  return box;
}

/** Keeps the card beside its badge until the signal aborts. */
export function followPost(card: CardFrame, { page, find, staysWithout, onHide, onWhere, signal }: FollowDeps): void {
  let found: PostOnPage | null = null;
  let side: Side | null = null;
  let wasShown = false;
  let frame = 0;
  const move = () => {
    frame = 0;
    const view = { width: page.documentElement.clientWidth, height: window.innerHeight };
    const width = widthIn(view);
    const isRtl = getComputedStyle(page.documentElement).direction === "rtl";
    // How high it is depends on how wide it is.
    if (card.spot()?.width !== width) card.place({ left: 0, top: 0, width, height: 1 }, false);
    // What hangs below a card, such as a menu, needs room in its frame.
    const height = Math.min(Math.max(card.mount.scrollHeight, 1), mostHeightIn(view));
    const size = { width, height };
    // Nobody types into a card that cannot be seen.
    const isHeld = page.activeElement === card.host;
    const isThere = found !== null && isInView(found.post.getBoundingClientRect(), view);
    onWhere(isThere ? "in_view" : found ? "on_page" : "nowhere");
    const isShown = isThere || isHeld || staysWithout();
    const place = found ? beside(found, size, view, isRtl) : (isHeld && card.spot()) || cornerPlace(size, view, isRtl);
    card.place({ left: place.left, top: place.top, width, height }, isShown);
    if (wasShown && !isShown) onHide();
    wasShown = isShown;
  };
  const beside = ({ badge, editor }: PostOnPage, size: Size, view: Size, isRtl: boolean) => {
    const place = placeCard(badge(), size, view, isRtl, side);
    side = place.side;
    return editor ? clearOf(place, composerBox(editor, view), size, view) : place;
  };
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(move);
  };
  const timer = setInterval(() => {
    found = find();
    soon();
  }, findMs);
  const size = new ResizeObserver(soon);
  size.observe(card.mount);
  const content = new MutationObserver(soon);
  content.observe(card.mount, { subtree: true, childList: true, attributes: true, characterData: true });
  window.addEventListener("scroll", soon, { capture: true, passive: true, signal });
  window.addEventListener("resize", soon, { signal });
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
    size.disconnect();
    content.disconnect();
  });
  found = find();
  move();
}
