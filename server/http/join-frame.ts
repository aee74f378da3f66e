import { createHash } from "node:crypto";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import { markGrounds, markInk, picturePrefix } from "../../lib/schema/brand.ts";
import { type JoinTag, type JoinWords, joinTags, joinWords } from "./join-words.ts";

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
.whose { display: flex; align-items: center; gap: 16px; margin-block: 20px; }
.whose[hidden], .gone[hidden] { display: none; }
.whose span { display: block; }
.name { font-size: 20px; font-weight: 600; overflow-wrap: anywhere; }
.mark { flex: none; display: flex; align-items: center; justify-content: center; inline-size: 56px; block-size: 56px; border-radius: 22%; font-size: 26px; font-weight: 600; line-height: 1; object-fit: contain; forced-color-adjust: none; }
.gone { color: light-dark(#a4232f, #ff9aa2); font-weight: 600; }
input, select, textarea, button, .button { box-sizing: border-box; min-block-size: 40px; padding: 4px 12px; border: 1px solid light-dark(#85858d, #8e8e96); border-radius: 6px; font: inherit; }
input { flex: 1 1 240px; min-inline-size: 0; }
label input, label textarea { inline-size: 100%; }
button, .button { border-color: transparent; background: #f9704d; color: #26100a; font-weight: 600; cursor: pointer; }
.button { display: inline-block; padding-block: 7px; text-decoration: none; }
.button[hidden] { display: none; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;

/** Shows whose community it is, as a script of such a page: what it says goes into the places of `whoseHere`. */
const showWhose = `
function show({ name, mark }) {
  const grounds = ${JSON.stringify(markGrounds)};
  document.getElementById("name").textContent = name;
  if (mark?.kind === "picture" && mark.picture.startsWith("${picturePrefix}")) {
    const picture = new Image();
    picture.src = mark.picture;
    picture.alt = "";
    picture.className = "mark";
    whose.prepend(picture);
  } else if (mark?.kind === "letters") {
    const letters = document.createElement("div");
    letters.textContent = mark.letters;
    letters.className = "mark";
    letters.ariaHidden = "true";
    letters.style.background = grounds[mark.colour];
    letters.style.color = "${markInk}";
    whose.prepend(letters);
  }
  whose.hidden = false;
}
`;

const sourceOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A page's own script, with `show({ name, mark })` in it, and the policy under which nothing runs, is drawn or is loaded but what stands there, word for word. */
export interface PageScript {
  readonly text: string;
  readonly policy: string;
}

export function pageScript(own: string): PageScript {
  const text = `${own}${showWhose}`;
  const policy = [
    `default-src 'none'; script-src ${sourceOf(text)}; style-src ${sourceOf(style)}; connect-src 'self'; img-src data:`,
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ].join("; ");
  return { text, policy };
}

/** Where the page shows whose community it is, once it knows. */
export const whoseHere = (words: JoinWords) => html`<div class="whose" id="whose" aria-live="polite" hidden>
<div><span class="quiet">${words.whose}</span><bdi class="name" id="name"></bdi></div>
</div>`;

/** What leaves the browser, in the same words on every page that leads to joining. */
export const whatLeaves = (words: JoinWords) => html`<h2>${words.leavesTitle}</h2>
<p>${words.leaves}</p>
<p>${words.never}</p>
<p>${words.later}</p>`;

/** A whole page in one language, with the way to the others. */
const pageOf = (tag: JoinTag, title: string, body: unknown, script: unknown) => html`<!doctype html>
<html lang="${tag}" dir="${joinWords[tag].direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${raw(style)}</style>
<main>
<h1>${title}</h1>
${body}
</main>
<nav aria-label="${joinWords[tag].languages}">${joinTags
  .filter((other) => other !== tag)
  .map(
    (
      other,
    ) => html`<a href="?lang=${other}" lang="${other}" hreflang="${other}" dir="${joinWords[other].direction}">${joinWords[other].name}</a>
`,
  )}</nav>
${script}</html>
`;

const headersOf = (tag: JoinTag, policy: string) => ({
  "content-language": tag,
  "content-security-policy": policy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  "cache-control": "no-store",
});

/** Answers with a page for somebody who is to join, in one language, with the way to the others. */
export const answerPage = (context: Context, tag: JoinTag, body: unknown, { text, policy }: PageScript) =>
  context.html(pageOf(tag, joinWords[tag].title, body, html`<script>${raw(text)}</script>\n`), 200, headersOf(tag, policy));

const formPolicy = `default-src 'none'; style-src ${sourceOf(style)}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** Answers with a page that runs nothing and may hold a form to this server. */
export const answerFormPage = (context: Context, tag: JoinTag, title: string, body: unknown) =>
  context.html(pageOf(tag, title, body, ""), 200, headersOf(tag, formPolicy));
