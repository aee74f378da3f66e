import { beforeEach, describe, expect, it } from "vitest";
import pack from "../../../assets/packs/facebook.json" with { type: "json" };
import type { Pack } from "../../../lib/schema/pack.ts";
import { facebookReplyBox, replyControl } from "../../../lib/sites/facebook/reply-box.ts";
import { createFinder } from "../../../lib/sites/select.ts";

const find = createFinder(pack as Pack);
const box = '<div contenteditable="true" role="textbox" data-lexical-editor="true"></div>';
const head = (name: string) => `<div data-ad-rendering-role="profile_name"><h3><a href="/${name}">${name}</a></h3></div>`;
const post = (name: string, text: string, more = "") =>
  `<div aria-posinset="1">${head(name)}<div data-ad-rendering-role="story_message"><div dir="auto">${text}</div></div>${more}</div>`;
const comment = (name: string, id: number) =>
  `<div role="article" aria-label="Comment by ${name}"><a href="/${name}?comment_id=${id}">${name}</a><div dir="auto">Me too</div>
   <ul><li><div role="button">Like</div></li><li><div role="button" class="reply">Reply</div></li></ul></div>`;
const show = (html: string): void => document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children);
const units = () => [...document.querySelectorAll("[aria-posinset]")];
const editors = () => [...document.querySelectorAll("[contenteditable]")];
const dialog = (html: string): void => {
  const made = document.createElement("div");
  made.setAttribute("role", "dialog");
  made.append(...new DOMParser().parseFromString(html, "text/html").body.children);
  document.body.append(made);
};

beforeEach(() => show(post("fern", "My Acme kettle leaks at the lid")));

describe("the box that answers a post on Facebook", () => {
  const found = () => facebookReplyBox(find, document, units()[0] as Element)();

  it("stands in its unit", () => {
    show(post("fern", "My Acme kettle leaks", box) + post("kai", "Mine too", box));
    expect(found()).toBe(editors()[0]);
  });

  it("stands in the dialog that shows the same post, whole as it may be", () => {
    dialog(post("fern", "My Acme kettle leaks at the lid") + box);
    expect(found()).toBe(editors()[0]);
  });

  it.each([
    ["a new post", box],
    ["another post", post("kai", "My Acme kettle leaks at the lid") + box],
    ["another post of the same author", post("fern", "Look at my garden") + box],
    ["a shared post, which stands below", box + post("fern", "My Acme kettle leaks at the lid")],
  ])("is never that of %s", (_, html) => {
    dialog(html);
    expect(found()).toBeNull();
  });

  it("of a comment is the one that its press opens, not that of the post", () => {
    show(post("fern", "My Acme kettle leaks", comment("kai", 12_345) + box));
    const node = document.querySelector("[role=article]") as Element;
    const find1 = facebookReplyBox(find, document, node);
    expect(find1()).toBeNull();
    node.insertAdjacentElement("afterend", (editors()[0] as Element).cloneNode() as Element);
    expect(find1()).toBe(editors()[0]);
    expect(replyControl(find, node)?.className).toBe("reply");
  });
});
