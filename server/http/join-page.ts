import type { Context } from "hono";
import { html } from "hono/html";
import { parseAccept } from "hono/utils/accept";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { answerPage, pageScript, whatLeaves, whoseHere } from "./join-frame.ts";
import { type JoinTag, type JoinWords, joinTags, joinWords } from "./join-words.ts";

/** Other tags under which browsers ask for a language of ours (IANA language subtag registry: deprecated, macrolanguage, sibling). */
const otherTags: ReadonlyMap<string, JoinTag> = new Map([
  ["iw", "he"],
  ["in", "id"],
  ["no", "nb"],
  ["nn", "nb"],
  ["zh", "zh-TW"],
]);

const tagOf = (asked: string): JoinTag | undefined => {
  const [primary = ""] = asked.toLowerCase().split("-");
  return joinTags.find((tag) => tag.toLowerCase() === asked.toLowerCase() || tag === primary) ?? otherTags.get(primary);
};

/** The language that was chosen (or the first of several that the page speaks), or the first of ours that the browser asks for, as it orders them. */
export function joinLanguage(chosen: string | undefined, accepted: string | undefined): JoinTag {
  const asked = parseAccept(accepted ?? "").flatMap(({ type, q }) => (q > 0 ? [type] : []));
  for (const each of [...(chosen ?? "").split(","), ...asked]) {
    const tag = tagOf(each);
    if (tag !== undefined) return tag;
  }
  return joinTags[0];
}

/** Which way to install fits the browser that asks. Of those on phones only Firefox for Android takes extensions. */
export function browserKind(userAgent: string): keyof JoinWords["install"] {
  if (/\b(?:iPhone|iPad|iPod)\b/.test(userAgent)) return "other";
  if (/\bFirefox\//.test(userAgent)) return "firefox";
  return /\b(?:Chrome|Chromium)\//.test(userAgent) && !/\b(?:Android|Mobile)\b/.test(userAgent) ? "chromium" : "other";
}

/** Asks whose community the invitation leads to, shows it, copies it, and takes it along to the other languages. Without it the page says the same in words. */
const script = pageScript(`
const [box, field, button, whose, gone] = ["hand", "link", "copy", "whose", "gone"].map((id) => document.getElementById(id));
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
  fetch(location.pathname.replace(/\\/join\\/*$/, "") + "/v1/whose", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ protocol: ${protocolVersion}, code: location.hash.slice(1) }),
  })
    .then(async (answer) => (answer.ok ? show(await answer.json()) : answer.status === 403 && (gone.hidden = false)))
    .catch(() => {});
}
`);

function bodyOf(words: JoinWords, kind: keyof JoinWords["install"]) {
  return html`${whoseHere(words)}
<p class="gone" id="gone" role="status" hidden>${words.gone}</p>
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
${whatLeaves(words)}`;
}

/**
 * `GET /join`: what a browser shows behind an invitation. The code stands after the #, so it does not come with it; the page's script asks by it whose
 * community it leads to (`POST /v1/whose`). Looking uses nothing up.
 */
export const joinPage = (context: Context) => {
  const tag = joinLanguage(context.req.query("lang"), context.req.header("accept-language"));
  return answerPage(context, tag, bodyOf(joinWords[tag], browserKind(context.req.header("user-agent") ?? "")), script);
};
