import type { Post } from "../../schema/post.ts";
import { readNumbers } from "../numbers.ts";
import type { SignalFinder } from "../select.ts";

/** Exact numbers stand in labels only. The number in the group's label that no button shows is the views. */
export function readCounts(find: SignalFinder, node: Element, isOwn: (element: Element) => boolean): Post["counts"] {
  const count = (signal: "reply" | "reposts" | "likes" | "bookmarks" | "views"): number | null =>
    readNumbers(find.first(node, signal, isOwn)?.getAttribute("aria-label"))[0] ?? null;
  const counts = { replies: count("reply"), reposts: count("reposts"), likes: count("likes") };
  const group = find.first(node, "reply", isOwn)?.closest("[role='group']");
  const rest = readNumbers(group?.getAttribute("aria-label"));
  for (const known of [...Object.values(counts), count("bookmarks")]) {
    const at = known === null ? -1 : rest.indexOf(known);
    if (at >= 0) rest.splice(at, 1);
  }
  return { ...counts, views: count("views") ?? (rest.length === 1 ? (rest[0] ?? null) : null) };
}
