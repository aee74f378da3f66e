import type { Signal } from "../../schema/pack.ts";
import { follows, outermost, type SignalFinder } from "../select.ts";

/**
 * Posts and comments at or below `root`, in page order. Where the site marks no post, the text's own mark leads up to
 * it, else the post's menu; a page about one photo or video is its own post. Stubs and emptied units hold no link and are left out.
 */
export function findUnits(find: SignalFinder, root: ParentNode): Element[] {
  const marked = find.from(root, "post").filter((node) => !find.is(node, "comment"));
  const comments = find.from(root, "comment");
  const posts = outermost(marked).filter((node) => !find.around(node, "comment"));
  const impliedBy = (mark: Signal): (Element | null)[] =>
    find
      .all(root, mark)
      .filter((part) => !posts.some((post) => post.contains(part)) && !isInside(find, part))
      .map((part) => rootOf(find, part, mark));
  const marks = [...posts, ...impliedBy("text")];
  const roots = (marks.length > 0 ? marks : impliedBy("menu")).filter((node) => node !== null);
  const all = roots.length > 0 ? roots : singleOf(find, root);
  return [...new Set([...all, ...comments])]
    .filter((node) => node.querySelector("a[href]") !== null && !find.around(node, "never"))
    .sort((one, other) => (follows(one, other) ? -1 : 1));
}

function isInside(find: SignalFinder, text: Element): boolean {
  return find.around(text, "post") !== null || find.around(text, "comment") !== null;
}

const landmarks = "body, [role=main], [role=feed], [role=dialog], [role=complementary], [role=banner], [role=navigation]";

/** The largest part of the page around a post's mark that holds no other, author included; null without an author. */
function rootOf(find: SignalFinder, part: Element, mark: Signal): Element | null {
  let node = part;
  for (let up = part.parentElement; up && !up.matches(landmarks); up = up.parentElement) {
    if (outermost(find.all(up, mark)).length > 1) break;
    node = up;
  }
  return find.first(node, "author", (author) => !find.around(author, "comment")) ? node : null;
}

/** On the page of one photo, reel or video, the part that names its author. */
function singleOf(find: SignalFinder, root: ParentNode): Element[] {
  const page = root.ownerDocument ?? (root as Document);
  if (root !== page || !/^\/(photo|reel|watch|[^/]+\/(videos|photos))\b/.test(page.location?.pathname ?? "")) return [];
  const single = find.first(page, "single", (part) => find.first(part, "author", (author) => !find.around(author, "comment")) !== null);
  return single ? [single] : [];
}
