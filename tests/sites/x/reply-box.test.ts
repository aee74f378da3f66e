import { beforeEach, describe, expect, it } from "vitest";
import { createFinder } from "../../../lib/sites/select.ts";
import { answeredAt, xReplyBox } from "../../../lib/sites/x/reply-box.ts";
import { xPack, xPost } from "../x-posts.ts";

const find = createFinder(xPack);
let node: Element;

beforeEach(() => {
  const cell = xPost({ id: "11" });
  document.body.replaceChildren(cell);
  node = cell.querySelector("article") as Element;
  goTo("https://x.com/home");
});

const goTo = (url: string) => (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);

function editor(): HTMLElement {
  const made = document.createElement("div");
  made.setAttribute("data-testid", "tweetTextarea_0");
  made.setAttribute("contenteditable", "true");
  return made;
}
function dialog(...content: Node[]): void {
  const made = document.createElement("div");
  made.setAttribute("role", "dialog");
  made.append(...content);
  document.body.append(made);
}
function link(href: string, words: string): Element {
  const made = document.createElement("a");
  made.setAttribute("href", href);
  made.textContent = words;
  return made;
}
const found = () => xReplyBox(find, document, answeredAt(find, node));

describe("the box that answers a post on X", () => {
  it.each([
    ["shows the post above it", () => [xPost({ id: "11" })]],
    ["shows it without its link", () => [xPost({ id: null })]],
    ["shows nothing but whom it answers", () => [link("/fern_walker", "@Fern_Walker")]],
    ["shows nothing but a link to the post", () => [link("/fern_walker/status/11", "2h")]],
    ["shows the talk up to the post", () => [xPost({ id: "10", handle: "kai_brook" }), xPost({ id: "11" })]],
  ])("is in the dialog that %s", (_, above) => {
    const box = editor();
    dialog(...above(), box);
    expect(found()).toBe(box);
  });

  it.each([
    ["a new post", () => dialog(editor())],
    ["a new post that begins with somebody's name", () => dialog(link("/kai_brook", "@kai_brook"), editor())],
    ["an answer to another post of the same author", () => dialog(xPost({ id: "12", text: "Something else" }), editor())],
    ["an answer to another, without its link", () => dialog(xPost({ id: null, text: "Something else" }), editor())],
    ["an answer to what stands below the post", () => dialog(xPost({ id: "11" }), xPost({ id: "13", handle: "kai_brook" }), editor())],
    ["a quote of the post", () => dialog(editor(), xPost({ id: "11" }))],
    ["a new post beside the timeline", () => document.body.append(editor())],
  ])("is never that of %s", (_, shows) => {
    shows();
    expect(found()).toBeNull();
  });

  it("stands below the post on its own page, and nowhere on another's", () => {
    const box = editor();
    document.body.append(box);
    goTo("https://x.com/fern_walker/status/11");
    expect(found()).toBe(box);
    goTo("https://x.com/fern_walker/status/12");
    expect(found()).toBeNull();
  });

  it("is not the box for new posts above it", () => {
    document.body.prepend(editor());
    goTo("https://x.com/fern_walker/status/11");
    expect(found()).toBeNull();
  });
});
