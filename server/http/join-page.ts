import { createHash } from "node:crypto";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import { parseAccept } from "hono/utils/accept";
import { type JoinWords, joinWords } from "./join-words.ts";

type Tag = keyof typeof joinWords;
const tags = Object.keys(joinWords) as [Tag, ...Tag[]];

/** Other tags under which browsers ask for a language of ours (IANA language subtag registry: deprecated, macrolanguage, sibling). */
const otherTags: ReadonlyMap<string, Tag> = new Map([
  ["iw", "he"],
  ["in", "id"],
  ["no", "nb"],
  ["nn", "nb"],
  ["zh", "zh-TW"],
]);

const tagOf = (asked: string): Tag | undefined => {
  const [primary = ""] = asked.toLowerCase().split("-");
  return tags.find((tag) => tag.toLowerCase() === asked.toLowerCase() || tag === primary) ?? otherTags.get(primary);
};

/** The language that was chosen, or the first of ours that the browser asks for, as it orders them. */
export function joinLanguage(chosen: string | undefined, accepted: string | undefined): Tag {
  const asked = parseAccept(accepted ?? "").flatMap(({ type, q }) => (q > 0 ? [type] : []));
  for (const each of [chosen ?? "", ...asked]) {
    const tag = tagOf(each);
    if (tag !== undefined) return tag;
  }
  return tags[0];
}

/** Which way to install fits the browser that asks. Of those on phones only Firefox for Android takes extensions. */
export function browserKind(userAgent: string): keyof JoinWords["install"] {
  if (/\b(?:iPhone|iPad|iPod)\b/.test(userAgent)) return "other";
  if (/\bFirefox\//.test(userAgent)) return "firefox";
  return /\b(?:Chrome|Chromium)\//.test(userAgent) && !/\b(?:Android|Mobile)\b/.test(userAgent) ? "chromium" : "other";
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-inline-size: 62ch; margin: 0 auto; padding: 32px 20px 64px; }
h1 { margin-block: 0 8px; font-size: 28px; line-height: 1.25; }
h2 { margin-block: 32px 4px; font-size: 18px; }
p { margin-block: 0 8px; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-block-start: 40px; }
a { color: light-dark(#9a3412, #fdba8c); }
.quiet { color: light-dark(#57575f, #b4b4bc); }
.hand { display: flex; flex-wrap: wrap; gap: 8px; margin-block: 12px; }
.hand[hidden] { display: none; }
input, button { box-sizing: border-box; min-block-size: 40px; padding: 4px 12px; border: 1px solid light-dark(#85858d, #8e8e96); border-radius: 6px; font: inherit; }
input { flex: 1 1 240px; min-inline-size: 0; }
button { border-color: transparent; background: #f9704d; color: #26100a; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;

/** Shows the invitation from behind the #, copies it, and takes it along to the other languages. Without it the page says the same in words. */
const script = `
const [box, field, button] = ["hand", "link", "copy"].map((id) => document.getElementById(id));
if (location.hash.length > 1) {
  field.value = location.origin + location.pathname + location.hash;
  field.onfocus = () => field.select();
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.copied;
    } catch {
      field.focus();
    }
  };
  box.hidden = false;
  for (const link of document.querySelectorAll("nav a")) link.hash = location.hash;
}
`;

const sourceOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
/** Nothing runs, is drawn or is loaded but what stands here, word for word. */
const policy = [
  `default-src 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(style)}`,
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join("; ");

function pageOf(tag: Tag, kind: keyof JoinWords["install"]) {
  const words: JoinWords = joinWords[tag];
  const others = tags.filter((other) => other !== tag);
  return html`<!doctype html>
<html lang="${tag}" dir="${words.direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.title}</title>
<style>${raw(style)}</style>
<main>
<h1>${words.title}</h1>
<p>${words.what}</p>
<h2>${words.installTitle}</h2>
<p>${words.install[kind]}</p>
<h2>${words.handTitle}</h2>
<p>${words.hand}</p>
<div class="hand" id="hand" hidden>
<input id="link" dir="ltr" readonly aria-label="${words.link}">
<button type="button" id="copy" aria-live="polite" data-copied="${words.copied}">${words.copy}</button>
</div>
<p class="quiet">${words.secret}</p>
<h2>${words.leavesTitle}</h2>
<p>${words.leaves}</p>
<p>${words.never}</p>
<p>${words.later}</p>
</main>
<nav aria-label="${words.languages}">${others.map(
    (
      other,
    ) => html`<a href="?lang=${other}" lang="${other}" hreflang="${other}" dir="${joinWords[other].direction}">${joinWords[other].name}</a>
`,
  )}</nav>
<script>${raw(script)}</script>
</html>
`;
}

/** `GET /join`: what a browser shows behind an invitation. The code stands after the #, so it never comes here, and looking uses nothing up. */
export const joinPage = (context: Context) => {
  const tag = joinLanguage(context.req.query("lang"), context.req.header("accept-language"));
  return context.html(pageOf(tag, browserKind(context.req.header("user-agent") ?? "")), 200, {
    "content-language": tag,
    "content-security-policy": policy,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
    "cache-control": "no-store",
  });
};
