import type { Context } from "hono";
import { html } from "hono/html";
import { signOnMinutes } from "../../lib/schema/forum.ts";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { type ForumWords, forumWords } from "./forum-words.ts";
import { answerPage, pageScript, whatLeaves, whoseHere } from "./join-frame.ts";
import { joinLanguage } from "./join-page.ts";
import { type JoinWords, joinWords } from "./join-words.ts";

const againMs = (signOnMinutes.answer * 60_000) / 3;

/**
 * Leads to the forum and takes its answer, which is good in the tab that went there: it alone has the secret. What the answer gives is an invitation like
 * any other, so the page of invitations goes on. The answer does not stay in the address.
 */
const script = pageScript(`
const [whose, join, told] = ["whose", "join", "told"].map((id) => document.getElementById(id));
const [, base, workspace] = /^(.*)\\/join\\/forum\\/([^/]+)/.exec(location.pathname);
const said = new URLSearchParams(location.search);
history.replaceState(null, "", location.pathname + (said.has("lang") ? "?lang=" + said.get("lang") : ""));
const key = "fanswer " + workspace;
const browser = sessionStorage.getItem(key) ?? [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
sessionStorage.setItem(key, browser);
async function ask(path, more) {
  const answer = await fetch(base + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ protocol: ${protocolVersion}, workspace, browser, ...more }),
  });
  const body = await answer.json();
  if (!answer.ok) throw body.error.code;
  return body;
}
function tell(code) {
  told.textContent = told.getAttribute("data-" + code) ?? told.getAttribute("data-failed");
  told.hidden = false;
}
async function begin() {
  const { url, forum, ...community } = await ask("/v1/forum/begin");
  if (whose.hidden) show(community);
  join.textContent = join.dataset.text.replace("{forum}", () => "\\u2068" + forum + "\\u2069");
  join.href = url;
  join.hidden = false;
}
async function finish() {
  const { link } = await ask("/v1/forum/answer", { sso: said.get("sso"), sig: said.get("sig") ?? "" });
  sessionStorage.removeItem(key);
  join.href = link;
  join.click();
}
(said.has("sso") ? finish().catch((code) => begin().then(() => tell(code))) : begin()).catch(tell);
setInterval(() => begin().catch(() => {}), ${againMs});
`);

const bodyOf = (words: JoinWords, forum: ForumWords) => html`${whoseHere(words)}
<p>${words.what}</p>
<p class="gone" id="told" role="alert" data-sign_on_invalid="${forum.invalid}" data-sign_on_over="${forum.over}" data-sign_on_refused="${forum.refused}" data-member_paused="${forum.paused}" data-not_found="${forum.none}" data-failed="${forum.failed}" hidden></p>
<p><a class="button" id="join" data-text="${forum.join}" hidden></a></p>
<p class="quiet">${forum.how}</p>
${whatLeaves(words)}`;

/** `GET /join/forum/WORKSPACE`: where accounts of the community's forum join. The page itself asks the database nothing. */
export const forumPage = (context: Context) => {
  const tag = joinLanguage(context.req.query("lang"), context.req.header("accept-language"));
  return answerPage(context, tag, bodyOf(joinWords[tag], forumWords[tag]), script);
};
