import type { Post } from "../../schema/post.ts";
import type { SignalFinder } from "../select.ts";
import { readText } from "../text.ts";
import { readStatusLink } from "./ids.ts";

const handlePattern = /^@(\w{1,20})$/;

/**
 * Who wrote the post at `node`, as it says in `box`. Looks only at elements that `isOwn` agrees to, because a quote in
 * the post names its own author in the same way.
 */
export function readAuthor(find: SignalFinder, node: Element, isOwn: (element: Element) => boolean, box: Element | null): Post["author"] {
  const written = box ? handleElement(box) : null;
  const verified = box ? find.first(box, "verified") !== null : null;
  return { handle: handleIn(written) ?? handleOfLinks(node, isOwn), name: box ? nameIn(box, written) : null, verified };
}

/** The part of the post that names its author. An unmarked one must show a handle. */
export function authorBox(find: SignalFinder, node: Element, isOwn: (element: Element) => boolean): Element | null {
  const isBox = (found: Element): boolean => found.hasAttribute("data-testid") || handleElement(found) !== null;
  return find.first(node, "author", (found) => isOwn(found) && !find.within(node, found, "text") && isBox(found));
}

/** The innermost element that says "@handle" and nothing else. */
function handleElement(box: Element): Element | null {
  const says = (element: Element): boolean => handlePattern.test(element.textContent?.trim() ?? "");
  return [...box.querySelectorAll("span, div")].filter(says).at(-1) ?? null;
}

function handleIn(element: Element | null): string | null {
  return element?.textContent?.trim().match(handlePattern)?.[1] ?? null;
}

/** The name stands in the first block of its own before the handle. */
function nameIn(box: Element, handle: Element | null): string | null {
  for (const part of box.querySelectorAll("[dir], span")) {
    if (handle && (part.contains(handle) || handle.contains(part))) continue;
    const text = readText(part, { breaks: "pre" });
    if (text !== "" && !handlePattern.test(text)) return text;
  }
  return null;
}

/** The avatar's test id and the post's own link name the author too. */
function handleOfLinks(node: Element, isOwn: (element: Element) => boolean): string | null {
  const avatar = [...node.querySelectorAll("[data-testid^='UserAvatar-Container-']")].find(isOwn);
  const named = avatar?.getAttribute("data-testid")?.slice("UserAvatar-Container-".length);
  if (named && named !== "unknown") return named;
  for (const link of node.querySelectorAll("a[href*='/status/']")) {
    const status = readStatusLink(link.getAttribute("href"));
    if (status && isOwn(link)) return status.handle;
  }
  return null;
}
