import pack from "../../assets/packs/x.json" with { type: "json" };
import type { Pack } from "../../lib/schema/pack.ts";
import { createX } from "../../lib/sites/x/adapter.ts";

export const xPack = pack as Pack;
export const x = () => createX(document, xPack);

export interface FakePost {
  readonly id: string | null;
  readonly handle?: string;
  readonly text?: string;
  /** More markup inside of the post. */
  readonly inside?: string;
}

/** A post as X marks it up. */
export function xPost({ id, handle = "fern_walker", text = "My Acme charger hums", inside = "" }: FakePost): Element {
  const link = id
    ? `<a href="/${handle}/status/${id}"><time datetime="2026-01-02T10:00:00.000Z">2h</time></a>`
    : `<a href="/${handle}">x</a>`;
  const html = `<div data-testid="cellInnerDiv"><article data-testid="tweet" role="article" tabindex="0">
    <div data-testid="User-Name"><a href="/${handle}"><div dir="ltr"><span>${handle} name</span></div></a><a href="/${handle}"><div dir="ltr"><span>@${handle}</span></div></a>${link}</div>
    <div data-testid="tweetText" dir="auto" lang="en"><span>${text}</span></div>${inside}
    <div role="group"><button data-testid="reply" aria-label="0 Replies. Reply"></button></div></article></div>`;
  const cell = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  if (!cell) throw new Error("no cell");
  return document.importNode(cell, true);
}
